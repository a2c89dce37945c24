import { givenSubject } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { type ResourceViewName, resourceViews } from "../resources/catalogue.ts";
import { chooseSubjects } from "../tree/choose.ts";
import type { GrantSubject, GrantsSubject } from "./owner.ts";

/** The views whose items have grants below them, with the noun of the items. */
const views = { actors: "actor", apps: "app", jobs: "job", systems: "system" } as const;

/** The section of grants that a command was run on, or one that the person finds in the views. */
export async function chooseGrants(
  host: Host,
  given: readonly unknown[],
  title: string,
  flag?: string,
): Promise<GrantsSubject | undefined> {
  const subject = givenSubject<GrantsSubject>(given, "grants");
  if (subject !== undefined) return subject;
  const view = await chooseView(host, title);
  if (view === undefined) return undefined;
  const [chosen] = await chooseSubjects<GrantsSubject>(host, [], {
    kind: "grants",
    title,
    view,
    path: [views[view], "grants"],
    ...(flag === undefined ? {} : { flag }),
    none: "There is nothing of which this can be done.",
  });
  return chosen;
}

/** The grants that a command was run on, or one that the person finds in the views. */
export async function chooseGrantsOfPeople(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly GrantSubject[]> {
  const isGiven = givenSubject<GrantSubject>(given, "grant") !== undefined;
  const view = isGiven ? "apps" : await chooseView(host, title);
  if (view === undefined) return [];
  return chooseSubjects<GrantSubject>(host, isGiven ? given : [], {
    kind: "grant",
    title,
    view,
    path: [views[view], "grants", "grant"],
    none: "Nobody was given access to it.",
  });
}

async function chooseView(host: Host, title: string): Promise<keyof typeof views | undefined> {
  const names = Object.keys(views) as readonly (keyof typeof views & ResourceViewName)[];
  const answer = await host.ask.pick({
    id: "view",
    title,
    placeholder: "Access to what?",
    choices: names.map((name) => ({ id: name, label: resourceViews[name].title })),
  });
  return names.find((name) => name === answer);
}
