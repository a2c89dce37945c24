import assert from "node:assert/strict";
import { test } from "node:test";
import { makePlan } from "../../../src/identity/make-plan.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

const now = "2026-01-01T00:00:00.000Z";

function planned(
  target: readonly ReturnType<typeof odmAccount>[],
  okeanos: readonly ReturnType<typeof astakosAccount>[],
  tacc: readonly ReturnType<typeof agaveAccount>[],
) {
  const whole = { complete: true, notes: [] };
  const world = {
    target: { connection: "odm", accounts: target, url: "https://odm.example", ...whole },
    sources: [
      { connection: "okeanos", accounts: okeanos, ...whole },
      { connection: "tacc", accounts: tacc, ...whole },
    ],
    hidden: [],
    links: [],
    missing: [],
    agreed: [],
    now,
  };
  return makePlan(world, policy).plan;
}

test("langfuse #13528, cloudflare-docs #18257, gravitee #2445: an address or user name in another case is the same person", () => {
  const ana = odmAccount({
    id: "1",
    userName: "ANA",
    displayName: "Ana Silva",
    externalId: "u-1",
    email: "Ana@Example.org",
  });
  const plan = planned(
    [ana],
    [astakosAccount("u-1", "ana@example.org")],
    [agaveAccount("ana", "ANA@EXAMPLE.ORG", "Ana Silva")],
  );
  assert.deepEqual(plan.changes, []);
});

test("Infisical #5947: a user name that the server stores in another case is not changed back for ever", () => {
  const ana = odmAccount({
    id: "1",
    userName: "Ana",
    displayName: "Ana Silva",
    externalId: "u-1",
    email: "ana@example.org",
  });
  const plan = planned(
    [ana],
    [astakosAccount("u-1", "ana@example.org")],
    [agaveAccount("ana", "ana@example.org", "Ana Silva")],
  );
  assert.ok(plan.changes.every(({ set }) => set.userName === undefined));
});

test("ory/polis #4065, #4066, #4067: two users who share an e-mail are a dispute for a person to settle, and are not retried in a loop", () => {
  const shared = "shared@example.org";
  const plan = planned(
    [
      odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: shared }),
      odmAccount({ id: "2", userName: "bo", displayName: "Bo", email: shared }),
    ],
    [astakosAccount("u-1", shared)],
    [],
  );
  assert.equal(plan.disputes.length, 1);
  assert.deepEqual(plan.changes, []);
});

test("Entra, “two users … matched with the same user”: a second source account that matches a linked user is told of, and takes nothing over", () => {
  const ana = odmAccount({
    id: "1",
    userName: "ana",
    displayName: "Ana Silva",
    externalId: "u-1",
    email: "ana@example.org",
  });
  const plan = planned(
    [ana],
    [astakosAccount("u-1", "ana@example.org"), astakosAccount("u-2", "ana@example.org")],
    [],
  );
  assert.deepEqual(plan.changes, []);
  assert.deepEqual(
    plan.reports.map(({ situation }) => situation),
    ["alreadyLinked"],
  );
});
