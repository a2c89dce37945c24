import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";
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
    validate: (text) => (text.trim() === "" ? undefined : filter.remark(text)),
  });
  if (typeof answer === "string") await applyFilter(host, view, answer.trim() || undefined);
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
