import fc from "fast-check";
import { parseFilter } from "../../../src/filter/parse.ts";
import type { Account } from "../../../src/identity/account.ts";
import { defaultSituations, type Policy } from "../../../src/identity/policy.ts";
import type { KnownAgreement, KnownLink, World } from "../../../src/identity/world.ts";

/** The policy that generated worlds are judged by: every rule kind, a scope, and a protected prefix. */
export const policy: Policy = {
  target: "odm",
  sources: ["okeanos", "tacc"],
  scope: parseFilter('emails[type eq "work" and value ew "@example.org"]'),
  protect: parseFilter('userName sw "svc-"'),
  match: [
    { target: "externalId", source: { connection: "okeanos", path: "uuid" } },
    { target: "emails.value", source: { connection: "okeanos", path: "displayname" } },
    { target: "emails.value", source: { connection: "tacc", path: "email" } },
    { target: "userName", source: { connection: "tacc", path: "username" } },
  ],
  set: [
    { attribute: "externalId", from: [{ connection: "okeanos", path: "uuid" }], on: "always" },
    {
      attribute: "displayName",
      from: [{ connection: "tacc", path: "fullName" }],
      when: parseFilter("tacc.fullName pr"),
      on: "always",
    },
    { attribute: "userName", from: [{ connection: "tacc", path: "username" }], on: "always" },
    { attribute: "displayName", from: [{ connection: "okeanos", path: "displayname" }], on: "create" },
  ],
  situations: { ...defaultSituations, sourceMissing: "deactivate" },
  limits: {},
};

const uuids = ["u-1", "u-2", "u-3", "u-4", "u-5"];
const userNames = ["ana", "bo", "chloé", "svc-robot", "dmitri"];
const emails = [
  "ana@example.org",
  "Ana@Example.org",
  "bo@example.org",
  "chloé@example.org",
  "chloe\u0301@example.org",
  "dmitri@partner.example",
  "eve@example.org",
];
const names = ["Ana Silva", "Bo Li", "Chloé Roux", "Dmitri Ivanov"];

/** An ODM account as the platform answers it. */
export function odmAccount(record: {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly externalId?: string | undefined;
  readonly email: string;
  readonly active?: boolean;
}): Account {
  const { id, userName, displayName, externalId, email, active = true } = record;
  return {
    connection: "odm",
    id,
    userName,
    displayName,
    ...(externalId !== undefined && { externalId }),
    emails: [email],
    active,
    attributes: {
      id,
      userName,
      displayName,
      ...(externalId !== undefined && { externalId }),
      active,
      emails: [{ type: "work", value: email, primary: true }],
    },
  };
}

/** An entry of an Astakos user catalog. */
export function astakosAccount(uuid: string, displayname: string): Account {
  return {
    connection: "okeanos",
    id: uuid,
    userName: displayname,
    emails: [displayname],
    active: true,
    attributes: { uuid, displayname },
  };
}

/** An Agave profile. */
export function agaveAccount(username: string, email: string, fullName: string, active = true): Account {
  return {
    connection: "tacc",
    id: username,
    userName: username,
    displayName: fullName,
    emails: [email],
    active,
    attributes: { username, email, fullName },
  };
}

const odm = fc
  .record({
    userName: fc.constantFrom(...userNames),
    displayName: fc.constantFrom(...names),
    externalId: fc.option(fc.constantFrom(...uuids), { nil: undefined }),
    email: fc.constantFrom(...emails),
  })
  .map((record) => (id: string) => odmAccount({ ...record, id }));

const okeanos = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...uuids), fc.constantFrom(...emails.map((email) => email.toLowerCase()))),
  { selector: ([uuid]) => uuid, maxLength: 5 },
);

const tacc = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...userNames),
    fc.constantFrom(...emails),
    fc.constantFrom("", ...names),
    fc.boolean(),
  ),
  { selector: ([username]) => username, maxLength: 4 },
);

const links = fc.uniqueArray(
  fc.oneof(
    fc.record({
      targetId: fc.constantFrom("1", "2", "3", "4"),
      connection: fc.constant("okeanos"),
      id: fc.constantFrom(...uuids),
    }),
    fc.record({
      targetId: fc.constantFrom("1", "2", "3", "4"),
      connection: fc.constant("tacc"),
      id: fc.constantFrom(...userNames),
    }),
  ),
  { selector: (link) => `${link.targetId} ${link.connection}`, maxLength: 5 },
);

/** What was last agreed on of accounts that may be there: mostly the same on both sides, and else kept by somebody. */
const agreed = fc.uniqueArray(
  fc
    .record({
      targetId: fc.constantFrom("1", "2", "3", "4", "11"),
      agreement: fc.oneof(
        agreementOf("displayName", names),
        agreementOf("externalId", uuids),
        agreementOf("userName", userNames),
      ),
    })
    .map(({ targetId, agreement }): KnownAgreement => ({ targetId, ...agreement })),
  { selector: ({ targetId, attribute }) => `${targetId} ${attribute}`, maxLength: 8 },
);

function agreementOf(attribute: string, values: readonly string[]) {
  const value = fc.constantFrom(...values);
  return fc
    .tuple(value, fc.option(value, { freq: 3, nil: undefined }))
    .map(([mine, other]) => ({ attribute, value: mine, source: other ?? mine }));
}

/** Small worlds in which keys collide often: shared e-mails, stale ids, accounts on one side only, links to what is gone. */
export const anyWorld = fc
  .record({
    shown: fc.array(odm, { maxLength: 5 }),
    hidden: fc.array(odm, { maxLength: 2 }),
    okeanos,
    tacc,
    links,
    agreed,
    complete: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    allComplete: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  })
  .map(({ shown, hidden, okeanos, tacc, links, agreed, complete, allComplete }): World => {
    const reading = (connection: string, accounts: readonly Account[], index: 0 | 1 | 2) => ({
      connection,
      accounts,
      complete: allComplete || complete[index],
      notes: [],
    });
    const uniqueLinks = new Map(links.map((link) => [`${link.connection} ${link.id}`, link]));
    return {
      target: {
        ...reading(
          "odm",
          shown.map((make, index) => make(String(index + 1))),
          0,
        ),
        url: "https://odm.example",
      },
      sources: [
        reading(
          "okeanos",
          okeanos.map(([uuid, name]) => astakosAccount(uuid, name)),
          1,
        ),
        reading(
          "tacc",
          tacc.map(([username, email, name, active]) => agaveAccount(username, email, name, active)),
          2,
        ),
      ],
      hidden: hidden.map((make, index) => ({ ...make(String(index + 11)), active: false })),
      links: [...uniqueLinks.values()].map((link): KnownLink => ({ ...link, evidence: "linked in run 1" })),
      missing: [],
      agreed,
      now: "2026-01-01T00:00:00.000Z",
    };
  });
