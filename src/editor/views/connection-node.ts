import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { signInWays } from "../secrets/sign-in-ways.ts";
import { markdownText, type NodeLoader, type NodeSubject, type TreeNode } from "../tree/node.ts";

/** A connection as an item of a view. */
export interface ConnectionSubject extends NodeSubject {
  readonly kind: "connection";
  readonly connection: string;
}

interface ConnectionItem {
  /** The view's id without `rollcall.`: menus go by it, and ids begin with it. */
  readonly view: string;
  readonly connection: ConnectionConfiguration;
  /** What is said of what has been loaded: counts, the filter. */
  readonly notes: () => readonly string[];
  readonly children: NodeLoader;
}

/** A connection on the first level of a view, with its list below. */
export function connectionNode({ view, connection, notes, children }: ConnectionItem): TreeNode {
  const { name, platform, url, production } = connection;
  const subject: ConnectionSubject = { kind: "connection", connection: name };
  return {
    id: `${view}/${name}`,
    label: name,
    description: () => [...notes(), ...(production ? ["production"] : [])].join(" · "),
    tooltip: `**${markdownText(name)}** (${markdownText(platform)})\n\n${markdownText(url)}`,
    icon: { id: "organization" },
    noun: "connection",
    flags: [view, ...(signInWays[platform].length > 0 ? ["signIn"] : [])],
    spoken: "connection",
    expanded: true,
    subject,
    children,
  };
}
