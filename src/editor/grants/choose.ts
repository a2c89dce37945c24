import { givenHandle, givenSubject } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { chooseSchema } from "../metadata/schemas.ts";
import { chooseMetadata } from "../metadata/search.ts";
import { resourceViewOf, resourceViews } from "../resources/catalogue.ts";
import { chooseSubjects } from "../tree/choose.ts";
import { grantsToChange, tell } from "./change.ts";
import { type GrantOwner, type GrantSubject, type GrantsSubject, ownerOf } from "./owner.ts";
import { personName } from "./section.ts";

/** The views whose items have grants below them, with the noun of the items. */
const views = { actors: "actor", apps: "app", jobs: "job", systems: "system" } as const;

/** What is found by a search, because no view lists it. */
const searched = {
  metadata: { title: "Metadata", icon: "note", choose: chooseMetadata },
  schema: { title: "Metadata Schemas", icon: "symbol-structure", choose: chooseSchema },
} as const;

type Place = keyof typeof views | keyof typeof searched;

/** What a command was run on the grants of, or what the person finds. With a flag, only what has it. */
export async function chooseGrants(
  host: Host,
  given: readonly unknown[],
  title: string,
  flag?: "removable",
): Promise<GrantOwner | undefined> {
  const subject = givenSubject<GrantsSubject>(given, "grants");
  if (subject !== undefined) return subject.owner;
  const place = await choosePlace(host, given, title);
  if (place === undefined) return undefined;
  if (isSearched(place)) return search(host, place, title);
  const [chosen] = await chooseSubjects<GrantsSubject>(host, given, {
    kind: "grants",
    title,
    view: place,
    path: [views[place], "grants"],
    single: true,
    ...(flag === undefined ? {} : { flag }),
    none: "There is nothing of which this can be done.",
  });
  return chosen?.owner;
}

/** The grants that a command was run on, or one that the person finds; never the owner's, which nobody can change. */
export async function chooseGrantsOfPeople(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly GrantSubject[]> {
  const common = {
    kind: "grant",
    title,
    flag: "changeable",
    none: "Nobody but its owner has access, and the owner's cannot be changed.",
  };
  if (givenSubject<GrantSubject>(given, "grant") !== undefined)
    return chooseSubjects<GrantSubject>(host, given, {
      ...common,
      view: "apps",
      path: ["app", "grants", "grant"],
    });
  const place = await choosePlace(host, given, title);
  if (place === undefined) return [];
  if (isSearched(place)) {
    const owner = await search(host, place, title);
    return owner === undefined ? [] : chooseAmong(host, title, owner, common.none);
  }
  return chooseSubjects<GrantSubject>(host, given, {
    ...common,
    view: place,
    path: [views[place], "grants", "grant"],
  });
}

async function choosePlace(host: Host, given: readonly unknown[], title: string): Promise<Place | undefined> {
  const view = resourceViewOf(givenHandle(given)?.view ?? "");
  if (view !== undefined && view in views) return view as keyof typeof views;
  const answer = await host.ask.pick({
    id: "place",
    title,
    placeholder: "Access to what?",
    choices: [
      ...viewPlaces.map((id) => ({ id, label: resourceViews[id].title })),
      ...searchedPlaces.map((id) => ({ id, label: searched[id].title, icon: searched[id].icon })),
    ],
  });
  return [...viewPlaces, ...searchedPlaces].find((place) => place === answer);
}

const viewPlaces = Object.keys(views) as readonly (keyof typeof views)[];
const searchedPlaces = Object.keys(searched) as readonly (keyof typeof searched)[];

function isSearched(place: Place): place is keyof typeof searched {
  return place in searched;
}

/** What the person finds by a search. */
async function search(
  host: Host,
  kind: keyof typeof searched,
  title: string,
): Promise<GrantOwner | undefined> {
  const found = await searched[kind].choose(host, title);
  if (found === undefined) return undefined;
  const { connection, name, data } = found;
  return { kind, connection, id: data.uuid, name, ...ownerOf(data) };
}

async function chooseAmong(
  host: Host,
  title: string,
  owner: GrantOwner,
  none: string,
): Promise<readonly GrantSubject[]> {
  const grants = (await grantsToChange(host, owner))?.filter(({ fixed }) => !fixed) ?? [];
  if (grants.length === 0) {
    await tell(host, none);
    return [];
  }
  const choices = grants.map(({ user, level }) => ({
    id: user,
    label: personName(owner, user),
    description: level,
  }));
  const answer = await host.ask.pick({ id: "user", title, placeholder: "Whose?", choices });
  return grants
    .filter(({ user }) => user === answer)
    .map((grant) => ({ kind: "grant", connection: owner.connection, owner, grant }));
}
