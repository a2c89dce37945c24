import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";

/** Lets a person choose the order and the groups of a view, and shows it so. */
export async function askArrangement(host: Host, view: ResourceViewName): Promise<void> {
  const model = host.resources[view];
  const { sorts, groupings } = await model.kind();
  const { sort, grouping } = model.arrangement;
  const choice = (kind: "sort" | "grouping", id: string, label: string, chosen: string | undefined) => ({
    id: `${kind}/${id}`,
    label,
    group: kind === "sort" ? "Sort by" : "Group by",
    ...((chosen ?? "") === id ? { description: "as it is now", icon: "check" } : { icon: "blank" }),
  });
  const answer = await host.ask.pick({
    id: "arrangement",
    title: `Sort and Group ${resourceViews[view].title}`,
    placeholder: "In which order, or in which groups?",
    choices: [
      choice("sort", "", "As the platform gives them", sort),
      ...sorts.map(({ id, label }) => choice("sort", id, label, sort)),
      choice("grouping", "", "No groups", grouping),
      ...groupings.map(({ id, label }) => choice("grouping", id, label, grouping)),
    ],
  });
  if (typeof answer !== "string") return;
  const [kind = "sort", id = ""] = answer.split("/");
  await model.arrange({ ...model.arrangement, [kind]: id || undefined });
  await host.views.get(viewIdOf(view))?.refresh();
}
