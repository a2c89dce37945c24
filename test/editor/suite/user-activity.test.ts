import assert from "node:assert/strict";
import type { Host } from "../../../src/editor/host.ts";
import type { ConfirmQuestion, InputQuestion } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { answering, eventually, items, labelled, opened, read, run, told } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";
import type { ScriptedAsk } from "./support/scripted-ask.ts";
import { idOf, Users, usersView } from "./support/users.ts";

type Typed = Required<Pick<InputQuestion, "validate" | "prompt" | "value">>;

describe("several users, and their groups", () => {
  let host: Host;
  let users: Users;

  const question = ({ asked }: ScriptedAsk, index = -1) => asked.at(index) as ConfirmQuestion;

  onSandbox(async (started) => {
    host = started;
    users = new Users(host);
    await users.loadAll();
  });

  it("deactivates several with one question, keeps them in sight, and reactivates them by id", async () => {
    const [, , one, other] = await users.inStep();
    const robot = await users.ofKind("serviceAccount");
    const chosen = [one, other].map(idOf);
    await run("openJson", one);
    const document = await opened(/^\{\n {2}"schemas"/);
    const ask = await answering(
      host,
      [
        { id: "deactivate", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("deactivateUser", one, [one, other, robot]),
    );
    assert.equal(question(ask, 0).message, "Deactivate 2 users of odm?");
    assert.match(
      question(ask, 0).detail,
      /cannot sign in.*\n.*plans to reactivate.*\n.*protect rule.*left alone/,
    );
    assert.ok(chosen.every((id) => !users.stored(id).active));
    assert.ok(users.stored(robot).active);
    assert.ok((await users.listed()).every((handle) => !chosen.includes(idOf(handle))));
    const asleep = (await users.deactivated()).filter((handle) => chosen.includes(idOf(handle)));
    assert.equal(asleep.length, 2);
    await eventually(async () =>
      assert.match(document.getText(), /^"This user is not at hand any more\."$/m),
    );

    const [first] = asleep;
    await answering(
      host,
      [
        { id: "reactivate", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("reactivateUser", first, asleep),
    );
    assert.ok(chosen.every((id) => users.stored(id).active));
    for (const id of chosen) await users.byId(id);
    assert.ok((await users.deactivated()).every((handle) => !chosen.includes(idOf(handle))));
  });

  it("asks in the palette for what a click would give: who is deactivated, or a key that somebody is known by", async () => {
    const [hidden] = await users.deactivated();
    assert.ok(hidden);
    const reactivate = [
      { id: "item", answer: hidden.node.id },
      { id: "reactivate", answer: true },
    ];
    await answering(host, reactivate, () => run("reactivateUser"));
    assert.ok(users.stored(hidden).active);

    const [user] = await users.inStep();
    const { email, displayName } = users.stored(user);
    const found = {
      id: "displayName",
      answer: ({ value }: Typed) => {
        assert.equal(value, displayName);
        return undefined;
      },
    };
    const find = (key: string) => [
      { id: "user", answer: "find" },
      { id: "key", answer: key },
    ];
    for (const key of [email.toUpperCase(), idOf(user)])
      await answering(host, [...find(key), found], () => run("editUserDisplayName"));
    const none = { id: "none", answer: undefined };
    for (const key of ["nobody@example.org", "no such id"]) {
      const ask = await answering(host, [...find(key), none], () => run("editUserDisplayName"));
      assert.equal(told(ask).at(-1), `Nobody of odm is known by ${key}.`);
    }
  });

  it("reports what failed of several, one by one", async () => {
    const [, , one, other] = await users.inStep();
    users.sandbox.setFaults([{ kind: "serverError", platform: "odm", method: "DELETE", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "deactivate", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("deactivateUser", one, [one, other]),
    );
    assert.match(told(ask)[1] ?? "", /^1 user deactivated\. 1 failed: /);
    assert.ok(users.stored(one).active);
    assert.ok(!users.stored(other).active);
  });

  it("puts a user into a group and takes it out, each with one question and one write", async () => {
    const [user] = await users.inStep();
    const members = (name: string) =>
      users.sandbox.state().odm.groups.find(({ displayName }) => displayName === name)?.members ?? [];
    const group = users.sandbox
      .state()
      .odm.groups.find(({ members: present }) => !present.includes(idOf(user)));
    assert.ok(group);
    const section = async () => labelled(await items(host, usersView, user), "Groups");
    const shown = async () => items(host, usersView, await section());
    await shown();
    const before = users.writes().length;
    const added = await answering(
      host,
      [
        { id: "group", answer: group.id },
        { id: "membership", answer: true },
      ],
      async () => run("addUserToGroup", await section()),
    );
    assert.equal(question(added).message, `Add ${user.node.label} to the group ${group.displayName} of odm?`);
    assert.ok(members(group.displayName).includes(idOf(user)));
    const item = labelled(await shown(), group.displayName);
    await answering(host, [{ id: "membership", answer: true }], () => run("removeUserFromGroup", item));
    assert.ok(!members(group.displayName).includes(idOf(user)));
    assert.ok((await shown()).every((handle) => !read(handle).startsWith(group.displayName)));
    assert.equal(users.writes().length, before + 2);

    users.sandbox.setFaults([{ kind: "dropAfter", platform: "odm", method: "PATCH" }]);
    const lost = await answering(
      host,
      [
        { id: "group", answer: group.id },
        { id: "membership", answer: true },
        { id: "note", answer: undefined },
      ],
      async () => run("addUserToGroup", await section()),
    );
    assert.match(told(lost).at(-1) ?? "", /answer was lost; reading again showed/);
    assert.equal(users.writes().length, before + 3);
    labelled(await shown(), group.displayName);
  });
});
