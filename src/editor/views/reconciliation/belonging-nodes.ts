import type { Attributed, Leaver } from "../../../identity/leavers/leaver.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";

/** What belongs to somebody who leaves, below an item of the id `path`. */
export function belongingNodes(path: string, { owned, serviceUsers, services }: Leaver): readonly TreeNode[] {
  const attributed =
    (noun: string) =>
    ({ connection, id, label, why }: Attributed) => ({
      id: `${path}/${connection}/${id}`,
      label,
      description: `${noun} · ${connection}`,
      tooltip: markdownText(why),
    });
  return [
    ...owned.map(({ connection, kind, id, label, what }) => ({
      id: `${path}/${connection}/${kind}/${id}`,
      label,
      description: `${kind}, ${what} · ${connection}`,
      tooltip: markdownText(`The ${kind} ${id} on ${connection} belongs to them.`),
    })),
    ...serviceUsers.map(attributed("service user")),
    ...services.map(attributed("service")),
  ].map((node) => ({ ...node, icon: { id: "package" }, noun: "belonging" }));
}
