import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { Choice } from "../ui/ask.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";
import type { ResourceFilter } from "./local-filter.ts";
import type { ResourceModel } from "./model.ts";
import { showFilters } from "./show-filters.ts";

/** Asks for a filter and shows what it lets through. An empty one shows everything. */
export async function askFilter(host: Host, view: ResourceViewName): Promise<void> {
  const model = host.resources[view];
  const { filter } = await model.kind();
  const answer = await host.ask.input({
    id: "filter",
    title: `Filter ${resourceViews[view].title}`,
    prompt: filter.prompt,
    placeholder: filter.placeholder,
    value: model.filter ?? "",
    suggestions: suggestionsOf(model, filter),
    ...(filter.continuations && { continuations: filter.continuations }),
    validate: (text) => (text.trim() === "" ? undefined : filter.remark(text)),
  });
  if (typeof answer === "string") await applyFilter(host, view, answer.trim() || undefined);
}

/** The last filters of a view, and examples. */
function suggestionsOf(model: ResourceModel, { examples }: ResourceFilter): readonly Choice[] {
  const recent = model.recentFilters.map((filter) => ({
    id: filter,
    label: filter,
    icon: "history",
    group: "Recent",
  }));
  const others = (examples?.(model.all().map(({ data }) => data)) ?? []).map(({ filter, finds }) => ({
    id: filter,
    label: filter,
    description: finds,
    icon: "lightbulb",
    group: "Examples",
  }));
  return [...recent, ...others.filter(({ id }) => !model.recentFilters.includes(id))];
}

/** Puts a filter (undefined for none) on a view. */
export async function applyFilter(
  host: Host,
  view: ResourceViewName,
  filter: string | undefined,
): Promise<void> {
  await host.resources[view].setFilter(filter);
  showFilters(host);
  await host.views.get(viewIdOf(view))?.refresh();
}
