import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { platformFacts } from "../../config/platform-facts.ts";
import { givenHandle, givenSubjects } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { NodeSubject } from "../tree/node.ts";
import { withViewProgress } from "../ui/progress.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";
import { connectionsOf } from "./nodes.ts";
import type { Resource, ResourceSubject } from "./resource.ts";

interface Choosing<Data> {
  /** What is going to be done, as the question's title. */
  readonly title: string;
  /** Which of them it can be done with, and what to say where there is none; all without it. */
  readonly eligible?: { readonly test: (resource: Resource<Data>) => boolean; readonly none: string };
}

/**
 * The resources that a command was run on, or one that the person picks. Those that it cannot be done with are left out, and the
 * person is told where that leaves none. Empty where nothing was picked.
 */
export async function chooseResources<Data>(
  host: Host,
  given: readonly unknown[],
  view: ResourceViewName,
  { title, eligible }: Choosing<Data>,
): Promise<readonly Resource<Data>[]> {
  const selected = givenSubjects<ResourceSubject<Data>>(given, "resource").filter(
    (subject) => subject.view === view,
  );
  const all = selected.length > 0 ? selected : await listOf<Data>(host, given, view, title);
  if (all === undefined) return [];
  const possible = all.filter((resource) => eligible?.test(resource) ?? true);
  if (possible.length === 0) {
    const message = eligible?.none ?? "There is nothing to choose from.";
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return [];
  }
  return selected.length > 0 ? possible : pickOne(host, title, possible);
}

/** The connection that a command was run on, the only one there is, or the one that the person picks. */
export async function choosePlatformConnection(
  host: Host,
  given: readonly unknown[],
  view: ResourceViewName,
  title: string,
): Promise<ConnectionConfiguration | undefined> {
  const connections = await connectionsOf(host, view);
  const subject: (NodeSubject & { readonly connection?: unknown }) | undefined =
    givenHandle(given)?.node.subject;
  const named = connections.find(({ name }) => name === subject?.connection);
  if (named !== undefined) return named;
  if (connections.length === 0) {
    const platforms = resourceViews[view].platforms.map((platform) => platformFacts[platform].title);
    const message = `rollcall.jsonc has no connection to ${platforms.join(" or ")}.`;
    await host.ask.offer({ id: "noConnection", level: "information", message, actions: [] });
    return undefined;
  }
  if (connections.length === 1) return connections[0];
  const choices = connections.map(({ name, url }) => ({ id: name, label: name, detail: url }));
  const answer = await host.ask.pick({ id: "connection", title, placeholder: "Which connection?", choices });
  return connections.find(({ name }) => name === answer);
}

async function listOf<Data>(
  host: Host,
  given: readonly unknown[],
  view: ResourceViewName,
  title: string,
): Promise<readonly Resource<Data>[] | undefined> {
  const connection = await choosePlatformConnection(host, given, view, title);
  if (connection === undefined) return undefined;
  const { name } = connection;
  const list = await withViewProgress(viewIdOf(view), () => host.resources[view].current(name));
  return list.items as readonly Resource<Data>[];
}

async function pickOne<Data>(
  host: Host,
  title: string,
  resources: readonly Resource<Data>[],
): Promise<readonly Resource<Data>[]> {
  const choices = resources.map(({ id, name }) => ({ id, label: name, description: id }));
  const answer = await host.ask.pick({ id: "resource", title, placeholder: "Which one?", choices });
  return resources.filter(({ id }) => id === answer);
}
