import { givenSubject } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { resourceViews } from "../resources/catalogue.ts";
import { chooseSubjects } from "../tree/choose.ts";
import type { NodeSubject } from "../tree/node.ts";

/** The views whose items have something attached by their uuids, with the noun of the items. */
const views = { apps: "app", jobs: "job", systems: "system" } as const;

/** The section that a command was run on, or one that the person finds in the views. */
export async function chooseAttached<S extends NodeSubject>(
  host: Host,
  given: readonly unknown[],
  kind: "metadataSection" | "notificationsSection",
  title: string,
): Promise<S | undefined> {
  const subject = givenSubject<S>(given, kind);
  if (subject !== undefined) return subject;
  const view = await chooseView(host, title);
  if (view === undefined) return undefined;
  const none = "There is nothing that it could be attached to.";
  const [chosen] = await chooseSubjects<S>(host, [], { kind, title, view, path: [views[view], kind], none });
  return chosen;
}

/** What is attached that a command was run on, or one such thing that the person finds in the views. */
export async function chooseAttachments<S extends NodeSubject>(
  host: Host,
  given: readonly unknown[],
  kind: "metadata" | "notification",
  title: string,
): Promise<readonly S[]> {
  const isGiven = givenSubject<S>(given, kind) !== undefined;
  const view = isGiven ? "apps" : await chooseView(host, title);
  if (view === undefined) return [];
  const section = kind === "metadata" ? "metadataSection" : "notificationsSection";
  const none = kind === "metadata" ? "No metadata is associated with it." : "Nobody is notified of it.";
  const path = [views[view], section, kind];
  return chooseSubjects<S>(host, isGiven ? given : [], { kind, title, view, path, none });
}

async function chooseView(host: Host, title: string): Promise<keyof typeof views | undefined> {
  const names = Object.keys(views) as readonly (keyof typeof views)[];
  const choices = names.map((name) => ({ id: name, label: resourceViews[name].title }));
  const answer = await host.ask.pick({ id: "view", title, placeholder: "Of what?", choices });
  return names.find((name) => name === answer);
}
