import { givenHandle, givenSubject } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { chooseSubjects } from "../tree/choose.ts";
import { resourceViewOf, resourceViews } from "./catalogue.ts";
import type { PartSubject } from "./parts.ts";
import type { AttachedSubject } from "./show-sections.ts";

/** The views whose items have something attached by their uuids, with the noun of the items. */
const views = { apps: "app", jobs: "job", systems: "system" } as const;
const viewNames = Object.keys(views) as readonly (keyof typeof views)[];

/** What is attached, with the noun of its section and what to say where there is none. */
const attached = {
  metadata: { section: "metadataSection", none: "No metadata is associated with it." },
  notification: { section: "notificationsSection", none: "Nobody is notified of it." },
} as const;

type Attached = keyof typeof attached;

/** The section that a command was run on, or one that the person finds in the views. */
export async function chooseSection<S extends AttachedSubject>(
  host: Host,
  given: readonly unknown[],
  of: Attached,
  title: string,
): Promise<S | undefined> {
  const { section } = attached[of];
  const subject = givenSubject<S>(given, section);
  if (subject !== undefined) return subject;
  const view = await chooseView(host, given, title);
  if (view === undefined) return undefined;
  const [chosen] = await chooseSubjects<S>(host, given, {
    kind: section,
    title,
    view,
    path: [views[view], section],
    single: true,
    none: "There is nothing that it could be attached to.",
  });
  return chosen;
}

/** What is attached that a command was run on, or one such thing that the person finds in the views. */
export async function chooseAttached<S extends PartSubject>(
  host: Host,
  given: readonly unknown[],
  of: Attached,
  title: string,
): Promise<readonly S[]> {
  const isGiven = givenSubject<S>(given, of) !== undefined;
  const view = isGiven ? "apps" : await chooseView(host, given, title);
  if (view === undefined) return [];
  const { section, none } = attached[of];
  return chooseSubjects<S>(host, given, { kind: of, title, view, path: [views[view], section, of], none });
}

async function chooseView(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<keyof typeof views | undefined> {
  const shown = resourceViewOf(givenHandle(given)?.view ?? "");
  const known = viewNames.find((name) => name === shown);
  if (known !== undefined) return known;
  const choices = viewNames.map((name) => ({ id: name, label: resourceViews[name].title }));
  const answer = await host.ask.pick({ id: "view", title, placeholder: "Of what?", choices });
  return viewNames.find((name) => name === answer);
}
