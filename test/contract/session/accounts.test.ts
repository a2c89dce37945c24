import assert from "node:assert/strict";
import { test } from "node:test";
import { type Account, accountLabel } from "../../../src/identity/account.ts";
import { changeOf, creationOf } from "../../../src/reconcile/by-hand/change.ts";
import { LostAnswer, RefusedChange } from "../../../src/reconcile/by-hand/refused.ts";
import type { Session } from "../../../src/session/types.ts";
import { openWorkshop, type Workshop, writesOf } from "../reconcile/workshop.ts";

const newcomer = (email: string, more: Record<string, string | boolean> = {}) =>
  creationOf({
    displayName: "Zoë Ångström",
    userName: email,
    active: true,
    emails: [{ value: email, type: "work", primary: true }],
    ...more,
  });

/** An active user who is not protected. */
async function somebody(session: Session): Promise<Account> {
  const { accounts } = await session.directory("odm").page({ count: 20 });
  const found = accounts.find(({ connection, attributes }) => !session.isProtected(connection, attributes));
  return found ?? assert.fail("everybody is protected");
}

const stored = ({ sandbox }: Workshop, id: string | undefined) =>
  sandbox.state().odm.users.find((user) => user.id === id);

function refused(reason: RefusedChange["reason"], text: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof RefusedChange, String(error));
    assert.equal(error.reason, reason);
    assert.match(error.message, text);
    assert.match(error.message, /Nothing was written\./);
    return true;
  };
}

test("a user is created, changed, deactivated and woken again, each with one write, and is remembered throughout", async () => {
  await using workshop = await openWorkshop();
  const { session, sandbox } = workshop;
  const { account } = await session.changeAccount("odm", newcomer("zoe@example.org"));
  assert.equal(account?.displayName, "Zoë Ångström");
  const { account: renamed } = await session.changeAccount(
    "odm",
    changeOf(account, "update", { userName: "zoe", externalId: "e-1" }),
  );
  assert.equal(stored(workshop, account.id)?.userName, "zoe");
  assert.equal(stored(workshop, account.id)?.externalId, "e-1");
  assert.ok(renamed);

  assert.deepEqual(session.hiddenAccounts("odm"), []);
  await session.changeAccount("odm", changeOf(renamed, "deactivate", { active: false }));
  assert.equal(stored(workshop, account.id)?.active, false);
  const [hidden] = session.hiddenAccounts("odm");
  assert.equal(hidden?.id, account.id);
  assert.equal(hidden?.userName, "zoe");
  assert.equal(hidden?.active, false);
  assert.equal(hidden?.attributes.active, false);

  const another = await workshop.another();
  assert.deepEqual(
    another.hiddenAccounts("odm").map(({ id }) => id),
    [account.id],
  );
  const { account: awake } = await another.changeAccount(
    "odm",
    changeOf(hidden, "reactivate", { active: true }),
  );
  assert.equal(awake?.active, true);
  assert.deepEqual(session.hiddenAccounts("odm"), []);
  assert.deepEqual(
    writesOf(sandbox).map(({ method }) => method),
    ["POST", "PATCH", "DELETE", "PATCH"],
  );
});

test("a change of case alone is a change, and an empty external id takes it away", async () => {
  await using workshop = await openWorkshop();
  const { session } = workshop;
  const user = await somebody(session);
  const upper = (user.userName ?? "").toUpperCase();
  const { account } = await session.changeAccount("odm", changeOf(user, "update", { userName: upper }));
  assert.equal(stored(workshop, user.id)?.userName, upper);
  assert.ok(account);
  await session.changeAccount("odm", changeOf(account, "update", { externalId: null }));
  assert.equal(stored(workshop, user.id)?.externalId, undefined);
});

test("a user who is not as shown any more is left alone, and so is one who has gone", async () => {
  await using workshop = await openWorkshop();
  const { session, sandbox } = workshop;
  const user = await somebody(session);
  const rival = await workshop.another();
  await rival.changeAccount("odm", changeOf(user, "update", { displayName: "Somebody Else" }));
  const before = writesOf(sandbox).length;
  await assert.rejects(
    session.changeAccount("odm", changeOf(user, "update", { displayName: "Mine" })),
    refused("changed", /displayName is "Somebody Else" now, not /),
  );
  const same = await session.changeAccount("odm", changeOf(user, "update", { displayName: "Somebody Else" }));
  assert.match(same.note ?? "", /so already/);
  await rival.changeAccount("odm", changeOf(user, "deactivate", { active: false }));
  await assert.rejects(
    session.changeAccount("odm", changeOf(user, "update", { displayName: "Mine" })),
    refused("gone", /does not show .* any more: it was deactivated or removed/),
  );
  const again = await session.changeAccount("odm", changeOf(user, "deactivate", { active: false }));
  assert.match(again.note ?? "", /so already/);
  assert.equal(writesOf(sandbox).length, before + 1);
});

test("a protected user is refused with the reason, shown or hidden, and not where another connection is the target", async () => {
  await using workshop = await openWorkshop({ dayOne: true });
  const { session, sandbox } = workshop;
  const robot = sandbox.state().odm.users.find(({ userName }) => userName.startsWith("svc-"));
  const account = (await session.directory("odm").get(robot?.id ?? "")) ?? assert.fail("no service account");
  assert.equal(session.isProtected("odm", account.attributes), true);
  assert.equal(session.isProtected("elsewhere", account.attributes), false);
  const before = writesOf(sandbox).length;
  for (const change of [
    changeOf(account, "update", { displayName: "Mine" }),
    changeOf(account, "deactivate", { active: false }),
  ])
    await assert.rejects(
      session.changeAccount("odm", change),
      refused("protected", /held by the protect rule/),
    );
  assert.equal(writesOf(sandbox).length, before);

  await fetch(`${sandbox.endpoints.odm.url}/api/v1/scim/Users/${account.id}`, {
    method: "DELETE",
    headers: { authorization: `bearer ${sandbox.endpoints.odm.token}` },
  });
  await assert.rejects(
    session.changeAccount("odm", changeOf({ ...account, active: false }, "reactivate", { active: true })),
    refused("protected", /held by the protect rule/),
  );
  const stranger = { ...account, id: "999999", active: false };
  await assert.rejects(
    session.changeAccount("odm", changeOf(stranger, "reactivate", { active: true })),
    refused("unknown", /never seen before/),
  );
});

test("nobody is overwritten: an e-mail or user name that somebody has is refused with who that is", async () => {
  await using workshop = await openWorkshop();
  const { session, sandbox } = workshop;
  const user = await somebody(session);
  const email = (user.emails[0] ?? "").toUpperCase();
  const holder = (error: unknown) => (error instanceof RefusedChange ? error.holder?.id : undefined);
  await assert.rejects(session.changeAccount("odm", newcomer(email)), (error) => {
    assert.equal(holder(error), user.id);
    return refused("taken", new RegExp(`\\(${user.id}\\) of odm has `))(error);
  });
  await assert.rejects(
    session.changeAccount("odm", newcomer("new@example.org", { userName: user.userName ?? "" })),
    refused("taken", /has new@example\.org or /),
  );
  const { account } = await session.changeAccount("odm", newcomer("new@example.org"));
  assert.ok(account);
  await assert.rejects(
    session.changeAccount("odm", changeOf(account, "update", { userName: user.userName ?? "" })),
    refused("taken", new RegExp(`\\(${user.id}\\)`)),
  );
  assert.equal(writesOf(sandbox).length, 1);
});

test("whoever is deactivated and remembered is found by e-mail, and one who has another user name by now is not", async () => {
  await using workshop = await openWorkshop();
  const { session, sandbox } = workshop;
  const user = await somebody(session);
  const [email = ""] = user.emails;
  session.rememberShown("odm", [user], false);
  await session.changeAccount("odm", changeOf(user, "deactivate", { active: false }));
  const { shown, hidden } = await session.holders("odm", { email });
  assert.deepEqual([shown, hidden.map(({ id }) => id)], [[], [user.id]]);
  const before = writesOf(sandbox).length;
  await assert.rejects(
    session.changeAccount("odm", newcomer(email)),
    refused("deactivated", /is deactivated in odm/),
  );
  assert.equal(writesOf(sandbox).length, before);

  const renamed = await somebody(session);
  session.rememberShown("odm", [renamed], false);
  const headers = {
    authorization: `bearer ${sandbox.endpoints.odm.token}`,
    "content-type": "application/json",
  };
  await fetch(`${sandbox.endpoints.odm.url}/api/v1/scim/Users/${renamed.id}`, {
    method: "PATCH",
    headers,
    body: JSON.stringify({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", value: { userName: "called-otherwise" } }],
    }),
  });
  assert.deepEqual(await session.holders("odm", { userName: renamed.userName ?? "" }), {
    shown: [],
    hidden: [],
  });
});

test("whoever is deactivated and was never seen is told of, once the server has woken them", async () => {
  await using workshop = await openWorkshop();
  const hidden = workshop.sandbox.state().odm.users.find(({ active }) => !active);
  assert.ok(hidden);
  const { account, note } = await workshop.session.changeAccount("odm", newcomer(hidden.email));
  assert.equal(account?.id, hidden.id);
  assert.match(note ?? "", /had this account already/);
});

test("a lost answer is looked up: it has landed, or it is told that it has not, and nothing is sent twice", async () => {
  await using workshop = await openWorkshop();
  const { session, sandbox } = workshop;
  const user = await somebody(session);
  sandbox.setFaults([{ kind: "dropAfter", platform: "odm", method: "PATCH" }]);
  const landed = await session.changeAccount("odm", changeOf(user, "update", { displayName: "Landed" }));
  assert.match(landed.note ?? "", /answer was lost; reading again showed/);
  assert.equal(landed.account?.displayName, "Landed");

  sandbox.setFaults([{ kind: "dropAfter", platform: "odm", method: "POST" }]);
  const made = await session.changeAccount("odm", newcomer("lost@example.org"));
  assert.equal(made.account?.emails[0], "lost@example.org");

  sandbox.setFaults([{ kind: "dropAfter", platform: "odm", method: "DELETE" }]);
  const present = landed.account ?? assert.fail();
  await session.changeAccount("odm", changeOf(present, "deactivate", { active: false }));
  assert.deepEqual(
    session.hiddenAccounts("odm").map(({ id }) => id),
    [user.id],
  );

  sandbox.setFaults([{ kind: "dropBefore", platform: "odm", method: "PATCH" }]);
  const other = made.account ?? assert.fail();
  const before = writesOf(sandbox).length;
  await assert.rejects(
    session.changeAccount("odm", changeOf(other, "update", { displayName: "Never" })),
    (error) => {
      assert.ok(error instanceof LostAnswer);
      assert.match(error.message, /not landed so far.*not sent again/);
      return true;
    },
  );
  assert.equal(writesOf(sandbox).length, before + 1);
  assert.equal(stored(workshop, other.id)?.displayName, accountLabel(other));
});

test("what a list has shown to its end tells who is hidden; a part of it tells nothing", async () => {
  await using workshop = await openWorkshop({ dayOne: true });
  const { session, sandbox } = workshop;
  const { accounts } = await session.directory("odm").enumerate();
  session.rememberShown("odm", accounts.slice(0, 5), false);
  assert.deepEqual(session.hiddenAccounts("odm"), []);
  session.rememberShown("odm", accounts, true);
  const expected = sandbox.state().odm.users.flatMap(({ id, active }) => (active ? [] : [id]));
  assert.deepEqual(
    session
      .hiddenAccounts("odm")
      .map(({ id }) => id)
      .toSorted(),
    expected.toSorted(),
  );
});

test("links are known by the target's ids without a request, and only for the target", async () => {
  await using workshop = await openWorkshop({ dayOne: true });
  const { session, sandbox } = workshop;
  const inStep = sandbox.truth().people.find(({ kind }) => kind === "inStep");
  const before = sandbox.log().length;
  const links = session.links("odm");
  assert.deepEqual(
    links.get(inStep?.accounts.odm[0] ?? "")?.map(({ connection }) => connection),
    ["okeanos", "tacc"],
  );
  assert.equal(session.links("tacc").size, 0);
  assert.equal(sandbox.log().length, before);
});

test("a directory that is only read takes no change", async () => {
  await using workshop = await openWorkshop();
  await assert.rejects(
    workshop.session.changeAccount("okeanos", newcomer("a@example.org")),
    /takes no changes of accounts/,
  );
});
