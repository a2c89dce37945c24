import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FilterError } from "../../../src/filter/error.ts";
import { parseFilter } from "../../../src/filter/parse.ts";
import type { Change } from "../../../src/identity/plan.ts";
import { compilePlanFilter } from "../../../src/identity/plan-resource.ts";

const base = {
  situation: "confirmed",
  rule: "situations.confirmed",
  why: "Linked before.",
  links: [],
  requires: [],
} as const;
const update: Change = {
  ...base,
  id: "u1",
  action: "update",
  person: "Ada@example.org",
  target: { connection: "odm", id: "42" },
  set: {
    displayName: { from: "Ada", to: "Ada Lovelace", origin: "targetDrifted" },
    externalId: { from: null, to: "x-1" },
  },
};
const create: Change = {
  ...base,
  id: "c1",
  action: "create",
  person: "bob@example.org",
  situation: "absent",
  target: { connection: "odm", id: null },
  set: {
    emails: { from: null, to: [{ value: "bob@example.org" }, { value: "b@example.net" }] },
    active: { from: null, to: true },
  },
  links: [{ connection: "tacc", id: "bob", evidence: "emails.value equals tacc.email" }],
};
const revoke: Change = {
  ...base,
  id: "r1",
  action: "revoke",
  person: "eve@example.org",
  target: { connection: "tacc", id: "eve" },
  set: {},
  ask: true,
  requires: ["u1"],
  grant: {
    connection: "tacc",
    account: "eve",
    kind: "app",
    resource: "wc-1.0",
    label: "Word count",
    permission: "EXECUTE",
  },
};

const found = (text: string) =>
  [update, create, revoke].filter(compilePlanFilter(parseFilter(text))).map(({ id }) => id);

describe("a filter over a plan", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['action eq "create"', ["c1"]],
    ['person co "ADA"', ["u1"]],
    ['situation eq "absent" or ask eq true', ["c1", "r1"]],
    ["ask eq false", ["u1", "c1"]],
    ["not (target.id pr)", ["c1"]],
    ['target.connection eq "tacc"', ["r1"]],
    ['attributes eq "externalId"', ["u1"]],
    ['set.displayName ew "Lovelace"', ["u1"]],
    ["set.active eq true", ["c1"]],
    ['set.emails ew "@example.net"', ["c1"]],
    ["set.nickName pr", []],
    ['values[attribute eq "displayName" and from eq "ada"]', ["u1"]],
    ['values.to co "lovelace"', ["u1"]],
    ['values.to ew "example.net"', ["c1"]],
    ["values.to eq true", ["c1"]],
    ['values.origin eq "targetDrifted"', ["u1"]],
    ['grant.kind eq "app" and grant.permission pr', ["r1"]],
    ['links.connection eq "tacc"', ["c1"]],
    ['requires eq "u1"', ["r1"]],
    ['why sw "Linked"', ["u1", "c1", "r1"]],
  ];
  for (const [text, ids] of cases) {
    it(`${text} finds ${ids.join(", ") || "nothing"}`, () => assert.deepEqual(found(text), ids));
  }

  const wrong: readonly (readonly [string, RegExp, number])[] = [
    ['action eq "update" and persn co "ada"', /no attribute persn\. Did you mean person\?/, 23],
    ['grant.kinds eq "app"', /no attribute grant\.kinds\. Did you mean grant\.kind\?/, 0],
    ['ask co "yes"', /co is for strings/, 4],
    ['target eq "odm"', /target has parts/, 0],
  ];
  for (const [text, message, column] of wrong) {
    it(`says where ${text} is wrong`, () => {
      assert.throws(
        () => compilePlanFilter(parseFilter(text)),
        (error) =>
          error instanceof FilterError && message.test(error.message) && error.range.start === column,
      );
    });
  }
});
