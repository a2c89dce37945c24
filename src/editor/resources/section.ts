import type { NodeIcon, NodeSubject, TreeNode } from "../tree/node.ts";

/** What hangs below a resource and is read when it is opened: its executions, its permissions. */
export interface Section {
  /** Unique below its owner. */
  readonly name: string;
  readonly label: string;
  readonly icon: NodeIcon;
  readonly noun: string;
  readonly flags?: readonly string[];
  readonly subject?: NodeSubject;
  /** What stands there where there is nothing: `No executions yet`. */
  readonly none: string;
  load(signal: AbortSignal): Promise<readonly TreeNode[]>;
}

/** How many there were when a section was read last. */
const counts = new Map<string, number>();

/** A section as an item. */
export function sectionNode(ownerId: string, section: Section): TreeNode {
  const { name, label, icon, noun, flags = [], subject, none, load } = section;
  const id = `${ownerId}/${name}`;
  return {
    id,
    label,
    description: () => counts.get(id)?.toLocaleString("en") ?? "",
    icon,
    noun,
    flags,
    spoken: "section",
    ...(subject === undefined ? {} : { subject }),
    children: {
      async load(signal) {
        const nodes = await load(signal);
        counts.set(id, nodes.filter(({ noun }) => noun !== "more" && noun !== "note").length);
        return nodes.length > 0 ? nodes : [noteNode(id, none)];
      },
    },
  };
}

/** A line that says something in place of items. */
export function noteNode(ownerId: string, label: string, description?: string): TreeNode {
  return {
    id: `${ownerId}/note`,
    label,
    ...(description === undefined ? {} : { description }),
    icon: { id: "info" },
    noun: "note",
  };
}

/** One fact as an item: `owner | ana`. Undefined where it is not known. */
export function factNode(
  ownerId: string,
  name: string,
  value: string | number | boolean | null | undefined,
  icon = "symbol-field",
): TreeNode | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return {
    id: `${ownerId}/fact/${name}`,
    label: name,
    description: typeof value === "boolean" ? (value ? "yes" : "no") : String(value),
    icon: { id: icon },
    noun: "fact",
  };
}
