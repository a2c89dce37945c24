import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Remark } from "../../../src/editor/ui/ask.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  eventually,
  heard,
  items,
  labelled,
  opened,
  read,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";

const users = "rollcall.users";
const reconciliation = "rollcall.reconciliation";

describe("the sandbox", () => {
  let host: Host;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
  });

  after(async () => {
    await run("stopSandbox");
  });

  it("writes a configuration into the open folder, without a secret in it", () => {
    const text = readFileSync(configurationFile(), "utf8");
    assert.match(text, /"platform": "odm"/);
    const { odm, astakos, agave } = host.sandbox.running?.endpoints ?? assert.fail("it does not run");
    for (const secret of [odm.token, astakos.serviceToken, agave.token, agave.password])
      assert.ok(!text.includes(secret));
  });

  it("lists the users page by page, and says how many there are", async () => {
    const [odm] = await items(host, users);
    assert.ok(odm);
    const first = await items(host, users, odm);
    const shown = first.length - 1;
    assert.equal(shown, 100);
    const [, total] = /^odm \| 100 of (\d+)$/.exec(read(odm)) ?? assert.fail(read(odm));
    const more = labelled(first, "Load more");
    assert.equal(read(more), `Load more | 100 of ${total}`);
    await run("loadMore", more);
    const [deactivated, ...all] = await items(host, users, odm);
    assert.match(read(deactivated ?? odm), /^Deactivated \| \d+$/);
    assert.equal(all.length, Number(total), read(all.at(-1) ?? odm));
    assert.deepEqual(
      all.slice(0, shown).map(({ node }) => node.id),
      first.slice(0, shown).map(({ node }) => node.id),
    );
  });

  it("keeps every item's identity over a refresh, and what was loaded", async () => {
    const [odm] = await items(host, users);
    assert.ok(odm);
    const before = await items(host, users, odm);
    await run("refresh", odm);
    const after = await items(host, users, odm);
    assert.deepEqual(
      after.map(({ node }) => node.id),
      before.map(({ node }) => node.id),
    );
    assert.ok(after.every((handle, index) => handle === before[index]));
  });

  it("opens a user to the accounts that belong to the same person", async () => {
    const [odm] = await items(host, users);
    const people = await items(host, users, odm);
    const inStep = host.sandbox.running?.truth().people.find(({ kind }) => kind === "inStep");
    const user = people.find(({ node }) => node.id === `users/odm/${inStep?.accounts.odm[0]}`);
    assert.ok(user);
    const linked = await items(host, users, user);
    assert.deepEqual(
      linked.map(({ node }) => node.label),
      ["okeanos", "tacc", "Groups"],
    );
    assert.ok(linked.slice(0, 2).every(({ node }) => node.tooltip?.includes("Linked by")));
  });

  it("filters by a SCIM filter, shows it, and clears it", async () => {
    const remarks: (Remark | undefined)[] = [];
    await answering(
      host,
      [
        {
          id: "filter",
          answer: ({ validate }: { validate(text: string): Remark | undefined }) => {
            remarks.push(
              validate('userName sw "svc-'),
              validate('username sw "svc-"'),
              validate("emials pr"),
            );
            return 'userName sw "svc-"';
          },
        },
      ],
      () => run("filterUsers"),
    );
    const [broken, right, unusual] = remarks;
    assert.match(broken?.message ?? "", /^Column 13: /);
    assert.equal(broken?.warning, undefined);
    assert.equal(right, undefined);
    assert.match(unusual?.message ?? "", /^Column 1: .*Did you mean emails\?$/);
    assert.equal(unusual?.warning, true);
    const [odm] = await items(host, users);
    const found = await items(host, users, odm);
    assert.ok(found.length > 0);
    assert.ok(found.every((handle) => read(handle).includes("svc-")));
    assert.equal(host.views.get(users)?.view.description, 'userName sw "svc-"');
    await run("clearUsersFilter");
    assert.equal(host.views.get(users)?.view.description, undefined);
    assert.ok((await items(host, users, odm)).length >= 100);
  });

  it("copies ids and e-mails of all that is selected", async () => {
    const [odm] = await items(host, users);
    const [, one, other] = await items(host, users, odm);
    await run("copyId", one, [one, other]);
    const ids = [one, other].map((handle) => handle?.node.id.split("/").at(-1));
    await eventually(async () => assert.equal(await vscode.env.clipboard.readText(), ids.join("\n")));
    await run("copyEmail", one, [one]);
    await eventually(async () => assert.match(await vscode.env.clipboard.readText(), /^[^@\s]+@[^@\s]+$/));
  });

  it("opens a user as JSON, read-only", async () => {
    const [odm] = await items(host, users);
    const [, user] = await items(host, users, odm);
    await run("openJson", user);
    const document = await opened(/^\{/);
    assert.equal(document.languageId, "json");
    assert.equal(JSON.parse(document.getText()).id, user?.node.id.split("/").at(-1));
    assert.equal(vscode.workspace.fs.isWritableFileSystem("rollcall"), undefined);
  });

  it("explains a person step by step", async () => {
    const person = host.sandbox.running?.truth().people.find(({ kind }) => kind === "renamed");
    await answering(host, [{ id: "explain", answer: person?.accounts.odm[0] }], () => run("explainPerson"));
    const text = (await opened(/\nSituation/)).getText();
    assert.match(text, /Situation +confirmed\nAction +update\n/);
    assert.match(text, /\nSteps\n {2}read /);
  });

  it("says so where nobody carries a key", async () => {
    const script = [
      { id: "explain", answer: "nobody@example.org" },
      { id: "nobody", answer: undefined },
    ];
    await answering(host, script, () => run("explainPerson"));
  });

  it("plans, applies what is ticked after one question, and reports", async () => {
    const truth = host.sandbox.running?.truth();
    const wanted = truth?.people.filter(
      ({ action }) => !["none", "report", "ignore"].includes(action),
    ).length;
    await answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
    const roots = await eventually(async () => {
      const shown = await items(host, reconciliation);
      assert.match(read(labelled(shown, `${wanted} changes planned`)), /\| odm · /);
      return shown;
    });
    assert.deepEqual(
      roots.slice(1, 6).map(({ node }) => node.label),
      ["Disputes", "Create", "Reactivate", "Update", "Deactivate"],
    );

    const updates = await items(host, reconciliation, labelled(roots, "Update"));
    const [left, other] = updates;
    assert.ok(left && other);
    const details = await items(host, reconciliation, left);
    assert.match(read(details[0] ?? left), /^(externalId|displayName|userName) \| .*→?/);
    assert.ok(details.some(({ node }) => node.label === "Why"));

    await run("leaveOutChange", left, [left]);
    await eventually(async () => {
      const update = labelled(await items(host, reconciliation), "Update");
      assert.equal(read(update), `Update | ${updates.length - 1} of ${updates.length} ticked`);
    });
    assert.equal(left.node.checkbox?.checked, false);

    const ask = await answering(
      host,
      [
        { id: "apply", answer: true },
        { id: "report", answer: undefined },
      ],
      () => run("apply"),
    );
    const [question, report] = ask.asked;
    assert.ok(question && "detail" in question && report && "message" in report);
    assert.equal(question.message, `Apply ${Number(wanted) - 1} changes to odm?`);
    assert.match(
      question.detail,
      /^Create \d+, reactivate \d+, update \d+, deactivate \d+\.\n1 change left out\./,
    );
    assert.equal(report.message, `odm: ${Number(wanted) - 1} succeeded. 1 left to do.`);

    const after = await eventually(async () => {
      const shown = await items(host, reconciliation);
      labelled(shown, "1 change planned");
      return shown;
    });
    const outcomes = await items(host, reconciliation, labelled(after, "Last run"));
    assert.deepEqual(outcomes.map(read), [`Succeeded | ${Number(wanted) - 1}`]);
  });

  it("says in every item's accessible label what is to be seen, and more where only an icon tells it", async () => {
    for (const view of [users, reconciliation]) {
      const open = [...(await items(host, view))];
      for (let handle = open.shift(); handle !== undefined; handle = open.shift()) {
        const item = host.views.get(view)?.tree.getTreeItem(handle);
        assert.ok(heard(handle).startsWith(handle.node.label), heard(handle));
        assert.equal(item?.accessibilityInformation?.label, heard(handle));
        if (typeof handle.node.children === "function") open.push(...(await items(host, view, handle)));
      }
    }
  });

  it("is gone when it is stopped, with its configuration and its tokens", async () => {
    const { odm } = host.sandbox.running?.endpoints ?? assert.fail("it does not run");
    await run("stopSandbox");
    assert.equal(existsSync(configurationFile()), false);
    assert.equal((await host.configuration.state()).kind, "missing");
    assert.equal(await host.secrets.source("odm", odm.url).read("token"), undefined);
    assert.deepEqual(await items(host, users), []);
    await assert.rejects(fetch(odm.url));
  });
});
