import fc from "fast-check";
import { parseFilter } from "../../../src/filter/parse.ts";
import { type AccessReading, type Grant, grantKinds } from "../../../src/identity/access.ts";
import type { Account } from "../../../src/identity/account.ts";
import { leaverLists, leavingReasons } from "../../../src/identity/leavers/policy.ts";
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

/** The same policy with the withdrawal of access: which kinds and why is generated, and so is what becomes of those who leave. */
export const anyLeaversPolicy = fc
  .record({
    revoke: fc.subarray([...grantKinds], { minLength: 3 }),
    when: fc.subarray([...leavingReasons], { minLength: 1 }),
    sourceMissing: fc.constantFrom("deactivate", "deactivate", "report"),
    dormant: fc.constantFrom("reactivate", "report"),
    grace: fc.constantFrom(undefined, undefined, undefined, { runs: 2 }),
  })
  .map(({ revoke, when, sourceMissing, dormant, grace }): Policy & Required<Pick<Policy, "leavers">> => ({
    ...policy,
    situations: { ...policy.situations, sourceMissing, dormant },
    leavers: { revoke, from: ["tacc"], when, files: [], list: leaverLists, also: ["models"] },
    ...(grace && { grace }),
  }));

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

/** Ids of accounts that may be shown, and of one that may be hidden. */
const linkable = ["1", "2", "3", "4", "11"];

const links = fc.uniqueArray(
  fc.oneof(
    fc.record({
      targetId: fc.constantFrom(...linkable),
      connection: fc.constant("okeanos"),
      id: fc.constantFrom(...uuids),
    }),
    fc.record({
      targetId: fc.constantFrom(...linkable),
      connection: fc.constant("tacc"),
      id: fc.constantFrom(...userNames, "ANA", "Bo"),
    }),
  ),
  { selector: (link) => `${link.targetId} ${link.connection}`, maxLength: 5 },
);

/** What accounts may do, whoever was asked about: also those of people who stay, of the signed-in user, and in another case. */
const access = fc
  .record({
    self: fc.constantFrom(...userNames, "operator"),
    grants: fc.uniqueArray(
      fc.record({
        account: fc.constantFrom(...userNames, "ANA", "Bo"),
        kind: fc.constantFrom(...grantKinds),
        resource: fc.constantFrom("r-1", "r-2"),
        permission: fc.constantFrom("READ", "ALL"),
      }),
      {
        selector: ({ account, kind, resource }) => `${account.toLowerCase()} ${kind} ${resource}`,
        maxLength: 8,
      },
    ),
    owned: fc.uniqueArray(
      fc.record({ account: fc.constantFrom(...userNames), kind: fc.constantFrom(...grantKinds) }),
      { selector: ({ kind }) => kind, maxLength: 3 },
    ),
    complete: fc.boolean(),
  })
  .map(
    ({ self, grants, owned, complete }): AccessReading => ({
      connection: "tacc",
      self,
      grants: grants.map((grant): Grant => ({ connection: "tacc", label: grant.resource, ...grant })),
      owned: owned.map((each) => ({
        connection: "tacc",
        id: `own-${each.kind}`,
        label: "",
        what: "",
        ...each,
      })),
      complete,
      notes: [],
    }),
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
    access,
    complete: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    allComplete: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  })
  .map(({ shown, hidden, okeanos, tacc, links, agreed, access, complete, allComplete }): World => {
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
      access: [access],
      belongings: [],
    };
  });

/** The same, where somebody was linked to an Agave account that is gone and has a permission, and few of the others are left: mostly they leave. */
export const anyWorldOfLeavers = fc
  .record({
    world: anyWorld.filter(({ target, hidden }) => target.accounts.length > 0 && hidden.length > 0),
    targetId: fc.constantFrom("1", "1", "11"),
    id: fc.constantFrom(...userNames),
    kind: fc.constantFrom(...grantKinds),
    kept: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ world, targetId, id, kind, kept }): World => {
    const others = world.links.filter(
      (link) => link.targetId !== targetId && (link.connection !== "tacc" || link.id !== id),
    );
    const grant = {
      connection: "tacc",
      account: id,
      kind,
      resource: "r-3",
      label: "r-3",
      permission: "READ",
    };
    return {
      ...world,
      sources: world.sources.map((source) => ({
        ...source,
        accounts: source.accounts.filter((account) => account.id !== id).slice(0, kept),
      })),
      links: [...others, { targetId, connection: "tacc", id, evidence: "linked in run 1" }],
      access: (world.access ?? []).map((reading) => ({ ...reading, grants: [...reading.grants, grant] })),
    };
  });
