import { givenHandle, givenSubject } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import {
  type ResourceViewName,
  resourceViewNames,
  resourceViewOf,
  resourceViews,
} from "../resources/catalogue.ts";
import type { Resource } from "../resources/resource.ts";
import type { Handle } from "../tree/handle.ts";
import { countText, type MoreSubject } from "../tree/more.ts";
import type { NodeView } from "../tree/view.ts";
import type { PagedLists } from "./paged-lists.ts";

/** A list that its server has more of. */
interface Unfinished {
  readonly view: NodeView;
  /** The connection's item. */
  readonly handle: Handle;
  readonly connection: string;
  readonly lists: PagedLists<Resource>;
  /** What is listed, for people: `users`. */
  readonly title: string;
}

/** The list whose last item a command was run on, or one of the unfinished ones that the person picks. */
export async function chooseMore(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<Unfinished | undefined> {
  const subject = givenSubject<MoreSubject>(given, "more");
  const name = resourceViewOf(givenHandle(given)?.view ?? "");
  if (subject !== undefined && name !== undefined) return unfinished(host, name, subject.connection);
  const lists = resourceViewNames.flatMap((view) =>
    host.resources[view].unfinished().flatMap((connection) => unfinished(host, view, connection) ?? []),
  );
  if (lists.length === 0) {
    const message = "Every list that has been opened is there to its end.";
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return undefined;
  }
  const choices = lists.map(({ connection, title: what, lists: model }, index) => {
    const list = model.list(connection);
    return {
      id: String(index),
      label: `${what} of ${connection}`,
      description: countText(list?.items.length ?? 0, list?.total),
    };
  });
  const answer = await host.ask.pick({ id: "list", title, placeholder: "Which list?", choices });
  return typeof answer === "string" ? lists[Number(answer)] : undefined;
}

function unfinished(host: Host, name: ResourceViewName, connection: string): Unfinished | undefined {
  const view = host.views.get(viewIdOf(name));
  const handle = view?.tree.find(`${name}/${connection}`);
  if (view === undefined || handle === undefined) return undefined;
  const title = resourceViews[name].title.toLowerCase();
  return { view, handle, connection, lists: host.resources[name], title };
}
