import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { ConfirmQuestion, InputQuestion } from "../../../src/editor/ui/ask.ts";
import { isWritable } from "../../../src/identity/directory.ts";
import { describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  labelled,
  opened,
  read,
  run,
  told,
} from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";
import type { ScriptedAsk } from "./support/scripted-ask.ts";
import { idOf, Users } from "./support/users.ts";

type Typed = Required<Pick<InputQuestion, "validate" | "prompt" | "value">>;

describe("changing users", () => {
  let host: Host;
  let users: Users;

  const plan = () => answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
  const question = ({ asked }: ScriptedAsk, index = -1) => asked.at(index) as ConfirmQuestion;

  onSandbox(async (started) => {
    host = started;
    users = new Users(host);
    await users.loadAll();
    await plan();
  });

  it("creates one after a look for others of the same e-mail and user name, and shows it at once", async () => {
    const [known] = await users.inStep();
    const present = users.stored(known);
    const ask = await answering(
      host,
      [
        {
          id: "email",
          answer: ({ validate }: Typed) => {
            assert.match(validate("zoë")?.message ?? "", /an @/);
            assert.equal(validate(present.email.toUpperCase())?.warning, true);
            return " zoë.new@example.org ";
          },
        },
        {
          id: "displayName",
          answer: ({ validate }: Typed) => {
            assert.ok(validate(" "));
            return "Zoë Ångström 🧬";
          },
        },
        { id: "userName", answer: present.userName },
        {
          id: "userName",
          answer: ({ validate, value }: Typed) => {
            assert.equal(value, present.userName);
            assert.match(validate(present.userName)?.message ?? "", /has this user name/);
            return "zoë";
          },
        },
        { id: "active", answer: "active" },
        { id: "create", answer: true },
      ],
      () => run("createUser"),
    );
    assert.equal(question(ask).message, "Create Zoë Ångström 🧬 in odm?");
    assert.match(
      question(ask).detail,
      /^E-mail zoë\.new@example\.org, user name zoë, active\.\n\nodm is http/,
    );
    const [made] = await users.listed();
    assert.ok(made);
    assert.equal(read(made), "Zoë Ångström 🧬 | changed since the plan · zoë.new@example.org · not linked");
    assert.equal(users.stored(made).userName, "zoë");
    const list = host.resources.users.list("odm");
    assert.equal(list?.total, list?.items.length);
  });

  it("makes the plan in hand outdated, which it says until there is another", async () => {
    await eventually(async () => {
      const shown = await items(host, "rollcall.reconciliation");
      assert.match(read(labelled(shown, "Outdated")), /1 account of odm changed by hand since/);
    });
    await plan();
    await eventually(async () => {
      const shown = await items(host, "rollcall.reconciliation");
      assert.ok(shown.every(({ node }) => node.label !== "Outdated"));
    });
  });

  it("creates nobody over somebody who has the e-mail, shown or deactivated", async () => {
    const [known] = await users.inStep();
    const before = users.writes().length;
    const ask = await answering(
      host,
      [
        { id: "email", answer: users.stored(known).email },
        { id: "taken", answer: "Open User" },
      ],
      () => run("createUser"),
    );
    assert.match(told(ask).at(-1) ?? "", /has the e-mail .* already; creating it again could overwrite/);
    assert.equal(JSON.parse((await opened(/^\{/)).getText()).id, idOf(known));

    const [hidden] = await users.deactivated();
    const refused = await answering(
      host,
      [
        { id: "email", answer: users.stored(hidden ?? "").email },
        { id: "deactivated", answer: "Reactivate…" },
        { id: "reactivate", answer: false },
      ],
      () => run("createUser"),
    );
    assert.match(told(refused)[1] ?? "", /is deactivated/);
    assert.equal(users.writes().length, before);
  });

  it("shows each value before and after, and lets a user be renamed by case alone", async () => {
    const [user] = await users.inStep();
    const { displayName, userName } = users.stored(user);
    const ask = await answering(
      host,
      [
        {
          id: "displayName",
          answer: ({ validate }: Typed) => {
            assert.match(validate(displayName)?.message ?? "", /so already/);
            return "Ὑπατία";
          },
        },
        { id: "edit", answer: true },
      ],
      () => run("editUserDisplayName", user),
    );
    assert.equal(question(ask).message, `Change the display name of ${displayName} of odm?`);
    const first = `displayName: “${displayName}” → “Ὑπατία”\n`;
    assert.ok(question(ask).detail.startsWith(first), question(ask).detail);
    assert.equal(users.stored(user).displayName, "Ὑπατία");
    assert.match(read(user), /^Ὑπατία \| changed since the plan · .*@.* · on okeanos, tacc$/);
    assert.equal(await users.byId(idOf(user)), user);

    const upper = userName.toUpperCase();
    const renamed = [
      { id: "userName", answer: upper },
      { id: "edit", answer: true },
    ];
    await answering(host, renamed, () => run("renameUser", user));
    assert.equal(users.stored(user).userName, upper);

    for (const [answer, expected] of [
      ["ext-1", "ext-1"],
      ["", undefined],
    ] as const) {
      const set = [
        { id: "externalId", answer },
        { id: "edit", answer: true },
      ];
      await answering(host, set, () => run("setUserExternalId", user));
      assert.equal(users.stored(user).externalId, expected);
    }

    const declined = [
      { id: "displayName", answer: displayName },
      { id: "edit", answer: false },
    ];
    await answering(host, declined, () => run("editUserDisplayName", user));
    assert.equal(users.stored(user).displayName, "Ὑπατία");
  });

  it("leaves alone who was changed meanwhile, and says and shows it", async () => {
    const [, user] = await users.inStep();
    const directory = (await host.sessions.get()).directory("odm");
    assert.ok(isWritable(directory));
    await directory.update(idOf(user), { displayName: "Changed Elsewhere" });
    const ask = await answering(
      host,
      [
        { id: "displayName", answer: "Mine" },
        { id: "edit", answer: true },
        { id: "problem", answer: undefined },
      ],
      () => run("editUserDisplayName", user),
    );
    assert.match(told(ask).at(-1) ?? "", /displayName is "Changed Elsewhere" now, not .*Nothing was written/);
    assert.equal(users.stored(user).displayName, "Changed Elsewhere");
    assert.match(read(user), /^Changed Elsewhere \|/);
  });

  it("refuses who is protected, with the reason and without a request", async () => {
    const robot = await users.ofKind("serviceAccount");
    const before = users.requests;
    const script = [
      { id: "displayName", answer: "Robot" },
      { id: "protected", answer: undefined },
    ];
    const ask = await answering(host, script, () => run("editUserDisplayName", robot));
    assert.match(told(ask).at(-1) ?? "", /held by the protect rule of rollcall\.jsonc/);
    await answering(host, script.slice(1), () => run("deactivateUser", robot));
    assert.equal(users.requests, before);
  });

  it("looks a lost answer up, and sends nothing twice", async () => {
    const [, , user] = await users.inStep();
    const script = (answer: string, last: string) => [
      { id: "displayName", answer },
      { id: "edit", answer: true },
      { id: last, answer: undefined },
    ];
    const before = users.writes().length;
    users.sandbox.setFaults([{ kind: "dropAfter", platform: "odm", method: "PATCH" }]);
    const landed = await answering(host, script("Landed Anyway", "note"), () =>
      run("editUserDisplayName", user),
    );
    assert.match(told(landed).at(-1) ?? "", /answer was lost; reading again showed/);
    assert.match(read(user), /^Landed Anyway \|/);
    users.sandbox.setFaults([{ kind: "dropBefore", platform: "odm", method: "PATCH" }]);
    const lost = await answering(host, script("Never", "problem"), () => run("editUserDisplayName", user));
    assert.match(told(lost).at(-1) ?? "", /has not landed so far\. It was not sent again/);
    assert.match(read(user), /^Landed Anyway \|/);
    assert.equal(users.writes().length, before + 2);
  });

  it("tells of a refusal by the server, and shows what is", async () => {
    const [, , user] = await users.inStep();
    const { displayName } = users.stored(user);
    users.sandbox.setFaults([{ kind: "forbidden", platform: "odm", method: "PATCH" }]);
    const ask = await answering(
      host,
      [
        { id: "displayName", answer: "Not Allowed" },
        { id: "edit", answer: true },
        { id: "problem", answer: undefined },
      ],
      () => run("editUserDisplayName", user),
    );
    assert.match(told(ask).at(-1) ?? "", /odm: 403/);
    assert.equal(read(user).split(" | ")[0], displayName);
  });

  it("edits one as JSON by the same rules", async () => {
    const [, , user] = await users.inStep();
    await run("edit", user);
    const document = await opened(/^\{\n {2}"userName"/);
    const edit = new vscode.WorkspaceEdit();
    const fields = { ...JSON.parse(document.getText()), displayName: "As JSON" };
    edit.replace(
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      JSON.stringify(fields, null, 2),
    );
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.equal(users.stored(user).displayName, "As JSON");
    assert.match(read(user), /^As JSON \| changed since the plan · /);
  });

  it("writes to a production connection only where its name is typed", async () => {
    const file = configurationFile();
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('"platform": "odm",', '"platform": "odm", "production": true,'));
    await host.configuration.reload();
    const [one, other] = await users.inStep();
    await answering(
      host,
      [
        { id: "displayName", answer: "In Production" },
        {
          id: "production",
          answer: ({ validate, prompt }: Typed) => {
            assert.ok(validate("ODM"));
            assert.match(prompt, /^displayName: .* → “In Production”/);
            return "odm";
          },
        },
      ],
      () => run("editUserDisplayName", one),
    );
    assert.equal(users.stored(one).displayName, "In Production");
    const ask = await answering(
      host,
      [
        { id: "deactivate", answer: true },
        { id: "production", answer: undefined },
      ],
      () => run("deactivateUser", one, [one, other]),
    );
    assert.match(told(ask)[0] ?? "", /^Deactivate 2 users of odm \(production\)\?$/);
    assert.ok(users.stored(one).active);
    writeFileSync(file, before);
    await host.configuration.reload();
  });
});
