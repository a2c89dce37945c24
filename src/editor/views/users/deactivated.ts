import type { ListPlace } from "../../resources/resource.ts";
import { failureNode } from "../../tree/failure.ts";
import type { TreeNode } from "../../tree/node.ts";
import type { UserSurroundings } from "./surroundings.ts";
import { hiddenUserNode } from "./user-node.ts";

/** Those whom the server hides, in a group of their own before the list; and why they are not known. */
export function deactivatedNodes(
  { host, ownerId }: Pick<ListPlace, "host" | "ownerId">,
  { hidden, standingOf, problem }: UserSurroundings,
): readonly TreeNode[] {
  const failure = problem === undefined ? [] : [failureNode(`${ownerId}/known`, problem)];
  if (hidden.length === 0) return failure;
  const id = `${ownerId}/deactivated`;
  return [
    ...failure,
    {
      id,
      label: "Deactivated",
      description: hidden.length.toLocaleString("en"),
      tooltip:
        "The server does not list deactivated users. These are the ones that Rollcall has seen before, as they were then.",
      icon: { id: "circle-slash", color: "disabledForeground" },
      noun: "group",
      flags: ["deactivated"],
      spoken: "group",
      children: () =>
        hidden
          .toSorted((one, other) => one.name.localeCompare(other.name, "en"))
          .map((resource) => hiddenUserNode(host, id, resource, standingOf(resource.data))),
    },
  ];
}
