import { givenHandle, givenSubjects } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { back } from "../ui/ask.ts";
import { withViewProgress } from "../ui/progress.ts";
import type { ViewName } from "../view-names.ts";
import type { FailureSubject } from "./failure.ts";
import type { Handle } from "./handle.ts";
import { descriptionOf, type NodeSubject } from "./node.ts";
import type { NodeView } from "./view.ts";

interface Choosing {
  /** The kind of the subjects that a command works on. */
  readonly kind: string;
  /** What is going to be done, as the questions' title. */
  readonly title: string;
  readonly view: ViewName;
  /** The nouns of the items on the way, from below the connection to what is chosen. */
  readonly path: readonly string[];
  /** What the chosen items have to have. */
  readonly flag?: string;
  /** Whether there is but one below each item on the way, such as a section: it is taken without being asked for. */
  readonly single?: boolean;
  /** What to say where there is nothing that it can be done with. */
  readonly none: string;
}

/**
 * What the items stand for that a command was run on. Where it was run on others or on none, the person goes down the view's tree in
 * quick picks, beginning with the item that it was run on where that is on the way; lists are loaded as they are needed. Items
 * without the flag are left out, and the person is told where that leaves none. Empty where nothing was picked.
 */
export async function chooseSubjects<S extends NodeSubject>(
  host: Host,
  given: readonly unknown[],
  choosing: Choosing,
): Promise<readonly S[]> {
  const { kind, flag } = choosing;
  const handle = givenHandle(given);
  if (handle?.node.subject?.kind === kind) {
    const possible = givenSubjects<S>(given, kind, flag);
    if (possible.length === 0) await tell(host, choosing.none);
    return possible;
  }
  const view = host.views.get(viewIdOf(choosing.view));
  if (view === undefined) return [];
  const chosen = await descend(host, view, choosing, startOf(choosing, handle));
  return chosen === undefined ? [] : [chosen.node.subject as S];
}

/** The items on the way that are settled already: the item that the command was run on, and those above it. */
function startOf({ view, path }: Choosing, handle: Handle | undefined): readonly Handle[] {
  if (handle === undefined || handle.view !== viewIdOf(view)) return [];
  const nouns = ["connection", ...path];
  const above: Handle[] = [];
  for (let each: Handle | undefined = handle; each !== undefined; each = each.parent)
    if (nouns.includes(each.node.noun)) above.unshift(each);
  return above.every(({ node }, index) => node.noun === nouns[index]) ? above : [];
}

async function descend(
  host: Host,
  view: NodeView,
  choosing: Choosing,
  start: readonly Handle[],
): Promise<Handle | undefined> {
  const nouns = ["connection", ...choosing.path];
  const way = [...start];
  while (way.length < nouns.length) {
    const isLast = way.length === nouns.length - 1;
    const wanted = { noun: nouns[way.length] ?? "", flag: isLast ? choosing.flag : undefined };
    const found = await withViewProgress(view.id, () => below(view, way.at(-1), wanted));
    if (found.items.length === 0) {
      await tell(host, found.problem ?? choosing.none);
      return undefined;
    }
    const next =
      (choosing.single || !isLast) && found.items.length === 1
        ? found.items[0]
        : await pick(host, choosing, found.items);
    if (next === undefined) return undefined;
    way.push(next);
  }
  return way.at(-1);
}

/** The items of a noun below one, those in groups among them; and why nothing could be read. */
async function below(
  view: NodeView,
  parent: Handle | undefined,
  wanted: { readonly noun: string; readonly flag: string | undefined },
): Promise<{ readonly items: readonly Handle[]; readonly problem?: string }> {
  const children = await view.tree.getChildren(parent);
  const groups = await Promise.all(
    children.filter(({ node }) => node.noun === "group").map((group) => view.tree.getChildren(group)),
  );
  const items = [...children, ...groups.flat()].filter(
    ({ node: { noun, flags } }) =>
      noun === wanted.noun && (wanted.flag === undefined || flags?.includes(wanted.flag)),
  );
  const failure = children.find(({ node }) => node.subject?.kind === "failure")?.node.subject as
    | FailureSubject
    | undefined;
  return { items, ...(failure === undefined ? {} : { problem: failure.problem.message }) };
}

async function pick(
  host: Host,
  { title }: Choosing,
  handles: readonly Handle[],
): Promise<Handle | undefined> {
  const choices = handles.map(({ node }) => ({
    id: node.id,
    label: node.label,
    description: descriptionOf(node) ?? "",
    ...(node.icon === undefined ? {} : { icon: node.icon.id }),
  }));
  const answer = await host.ask.pick({ id: "item", title, placeholder: "Which one?", choices });
  return answer === back ? undefined : handles.find(({ node }) => node.id === answer);
}

async function tell(host: Host, message: string): Promise<void> {
  await host.ask.offer({ id: "none", level: "information", message, actions: [] });
}
