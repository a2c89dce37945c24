import { parseFilter } from "../../src/filter/parse.ts";
import type { Account } from "../../src/identity/account.ts";
import { makePlan } from "../../src/identity/make-plan.ts";
import type { KnownLink, World } from "../../src/identity/world.ts";
import { agaveAccount } from "../../src/platforms/agave/profile.ts";
import { astakosAccount } from "../../src/platforms/astakos/identity.ts";
import { scimAccount } from "../../src/platforms/scim/account.ts";
import type { OdmUser } from "../../src/sandbox/world/records.ts";
import { createWorld } from "../../src/sandbox/world/world.ts";
import { policy } from "../property/identity/worlds.ts";
import { medianOf } from "./measure.ts";

/** One measurement of planning. */
export interface PlanBenchRow {
  readonly name: string;
  readonly median_ms: number;
  /** How many times as long as parsing the pages that the plan is made from. */
  readonly ratio: number;
}

const people = 100_000;
const pageSize = 100;

/** Measures planning 100,000 people against `JSON.parse` over the pages that they are read from, in the same run. */
export function planBench(): readonly PlanBenchRow[] {
  const world = createWorld(1, people);
  const at = world.people.map((person) => person.now);
  const odm = at.flatMap((accounts) => accounts.odm).map(scimUser);
  const profiles = at
    .flatMap((accounts) => accounts.agave)
    .map((profile) => ({
      username: profile.username,
      email: profile.email,
      first_name: profile.firstName,
      last_name: profile.lastName,
      full_name: `${profile.firstName} ${profile.lastName}`,
      uid: profile.uid,
      create_time: profile.created,
    }));
  const catalog = Object.fromEntries(
    at.flatMap((accounts) => accounts.astakos).map((user) => [user.uuid, user.displayname]),
  );
  const pages = [...inPages(odm), ...inPages(profiles), JSON.stringify({ uuid_catalog: catalog })];

  const fresh = readWorldFrom(odm, profiles, catalog, []);
  const first = makePlan(fresh, benchPolicy).plan;
  const links = [
    ...first.links,
    ...first.changes.map(({ target, links: made }) => ({ targetId: target.id, links: made })),
  ];
  const known = links.flatMap(({ targetId, links: made }) =>
    targetId === null
      ? []
      : made.map(({ connection, id }): KnownLink => ({ targetId, connection, id, evidence: "linked" })),
  );
  const linked = { ...fresh, links: known };

  const parse = medianOf(() => pages.map((page) => JSON.parse(page) as unknown).length);
  return [
    { name: `JSON.parse of ${pages.length} pages`, median_ms: parse, ratio: 1 },
    row(
      "plan, nobody linked yet",
      medianOf(() => makePlan(fresh, benchPolicy).plan.changes.length),
      parse,
    ),
    row(
      "plan, everybody linked",
      medianOf(() => makePlan(linked, benchPolicy).plan.changes.length),
      parse,
    ),
  ];
}

function row(name: string, median_ms: number, parse: number): PlanBenchRow {
  return { name: `${name}, ${people.toLocaleString("en")} people`, median_ms, ratio: median_ms / parse };
}

const benchPolicy = { ...policy, scope: parseFilter('emails[type eq "work" and value ew "@example.org"]') };

function scimUser({ id, userName, displayName, externalId, email, active, created, lastModified }: OdmUser) {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id,
    userName,
    displayName,
    externalId,
    active,
    emails: [{ type: "work", value: email, primary: true }],
    meta: { resourceType: "User", created, lastModified },
  };
}

function inPages(items: readonly unknown[]): readonly string[] {
  return Array.from({ length: Math.ceil(items.length / pageSize) }, (_, page) =>
    JSON.stringify({ Resources: items.slice(page * pageSize, (page + 1) * pageSize) }),
  );
}

function readWorldFrom(
  odm: readonly unknown[],
  profiles: readonly unknown[],
  catalog: Readonly<Record<string, string>>,
  links: readonly KnownLink[],
): World {
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts,
    complete: true,
    notes: [],
  });
  const shown = odm.flatMap((user) => scimAccount("odm", user) ?? []).filter((account) => account.active);
  return {
    target: { ...reading("odm", shown), url: "https://odm.example.org" },
    sources: [
      reading(
        "okeanos",
        Object.entries(catalog).map(([uuid, name]) => astakosAccount("okeanos", uuid, name)),
      ),
      reading(
        "tacc",
        profiles.flatMap((profile) => agaveAccount("tacc", profile) ?? []),
      ),
    ],
    hidden: [],
    links,
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
}
