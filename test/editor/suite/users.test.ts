import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import type { Remark } from "../../../src/editor/ui/ask.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
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
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";

const view = "rollcall.users";

type Typed = { validate(text: string): Remark | undefined };
type Asked = { readonly message: string; readonly detail: string };

describe("the users", () => {
  let host: Host;

  const sandbox = () => host.sandbox.running ?? assert.fail("the sandbox does not run");
  const stored = (id: string | undefined) =>
    sandbox()
      .state()
      .odm.users.find((user) => user.id === id);
  const requests = () => sandbox().log().length;
  const odm = async () => labelled(await items(host, view), "odm");
  const listed = async () => {
    const shown = await items(host, view, await odm());
    return shown.filter(({ node }) => node.noun === "user");
  };
  const idOf = (handle: Handle) => handle.node.id.split("/").at(-1) ?? "";
  const byId = async (id: string | undefined) =>
    (await listed()).find((handle) => idOf(handle) === id) ?? assert.fail(`${id} is not listed`);
  const ofKind = async (kind: string) => {
    const person = sandbox()
      .truth()
      .people.find((each) => each.kind === kind);
    return byId(person?.accounts.odm[0]);
  };
  const deactivated = async () => {
    const group = (await items(host, view, await odm())).find(({ node }) => node.label === "Deactivated");
    return group === undefined ? [] : items(host, view, group);
  };
  const inStep = async () => {
    const ids = sandbox()
      .truth()
      .people.filter(({ kind }) => kind === "inStep")
      .map(({ accounts }) => accounts.odm[0]);
    return (await listed()).filter((handle) => ids.includes(idOf(handle)));
  };

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    await run("loadAll", labelled(await items(host, view, await odm()), "Load more"));
  });

  afterEach(() => {
    host.sandbox.running?.setFaults([]);
  });

  after(async () => {
    await run("stopSandbox");
  });

  it("are shown with e-mail and linked accounts, from memory and without a request for each", async () => {
    const user = await ofKind("inStep");
    const { email } = stored(idOf(user)) ?? assert.fail();
    assert.equal(read(user), `${user.node.label} | ${email} · on okeanos, tacc`);
    assert.match(heard(user), /, user$/);
    assert.ok(user.node.flags?.includes("linked"));
    const robot = await ofKind("serviceAccount");
    assert.match(read(robot), / · protected/);
    assert.equal(robot.node.icon?.id, "lock");
    assert.match(read(await ofKind("unassigned")), / · not linked$/);
  });

  it("open to how each account was linked, what is missing, and the groups", async () => {
    const below = async (kind: string) => items(host, view, await ofKind(kind));
    const [okeanos, tacc] = await below("inStep");
    assert.match(
      read(okeanos ?? assert.fail()),
      /^okeanos \| .* · .* equals okeanos\.\w+ · linked on \d{4}-\d\d-\d\d$/,
    );
    assert.match(tacc?.node.tooltip ?? "", /Linked by: .* in run \d{8}T/);
    const alone = await below("unassigned");
    assert.deepEqual(alone.map(read), ["Not on okeanos", "Not on tacc", "Groups"]);
    const member = sandbox()
      .state()
      .odm.groups.find(({ displayName }) => displayName === "Genomics laboratory");
    const active = member?.members.find((id) => stored(id)?.active);
    const user = await byId(active);
    const before = requests();
    const groups = labelled(await items(host, view, user), "Groups");
    const asked = requests();
    labelled(await items(host, view, groups), "Genomics laboratory");
    assert.equal(requests(), asked + 1);
    assert.ok(asked >= before);
  });

  it("follow the plan without a request, and keep who they are", async () => {
    const differing = await ofKind("renamed");
    const before = await listed();
    assert.ok(!read(differing).includes("difference"));
    await answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
    const asked = requests();
    await eventually(async () =>
      assert.match(
        read(await ofKind("renamed")),
        / · \d differences?: .*(displayName|userName).* · on okeanos, tacc$/,
      ),
    );
    assert.equal(requests(), asked);
    const after = await listed();
    assert.ok(after.every((handle, index) => handle === before[index]));
    assert.equal(await ofKind("renamed"), differing);
    assert.ok(differing.node.flags?.includes("differs"));
    assert.equal(differing.node.icon?.id, "edit");
    const disputed = await ofKind("twoTargets");
    assert.match(read(disputed), / · disputed$/);
    assert.ok(disputed.node.flags?.includes("disputed"));
    const leaver = await ofKind("leaver");
    assert.match(read(leaver), / · to be deactivated/);
    assert.match(read(await ofKind("unassigned")), / · in the target only$/);
    const dormant = sandbox()
      .truth()
      .people.find(({ kind }) => kind === "dormant")?.accounts.odm[0];
    const hidden = (await deactivated()).find((handle) => idOf(handle) === dormant);
    assert.match(read(hidden ?? assert.fail()), / · inactive · to be reactivated · on okeanos, tacc$/);
  });

  it("keep their rows where only a tick changes", async () => {
    const [change] = host.reconciliation.inHand?.planning.plan.changes ?? [];
    const { node } = await ofKind("renamed");
    host.reconciliation.tick([change?.id ?? ""], false);
    host.reconciliation.tick([change?.id ?? ""], true);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await ofKind("renamed")).node, node);
  });

  it("show what the plan would change of them", async () => {
    await run("showChange", await ofKind("renamed"));
    await eventually(async () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff, "no diff is open");
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("are put into groups by their situation and by their links, and ordered with those out of step first", async () => {
    const arrange = async (answer: string) => {
      await answering(host, [{ id: "arrangement", answer }], () => run("arrangeUsers"));
      return items(host, view, await odm());
    };
    const situations = await arrange("grouping/situation");
    labelled(situations, "Linked before");
    labelled(situations, "More than one candidate");
    const links = await arrange("grouping/links");
    labelled(links, "On okeanos, tacc");
    labelled(links, "Not linked");
    await arrange("grouping/");
    const [, first] = await arrange("sort/step");
    assert.match(read(first ?? assert.fail()), /disputed/);
    await arrange("sort/");
  });

  it("are created after a look for others of the same e-mail and user name, and shown at once", async () => {
    const [known] = await inStep();
    const present = stored(idOf(known ?? assert.fail())) ?? assert.fail();
    const ask = await answering(
      host,
      [
        {
          id: "email",
          answer: ({ validate }: Typed) => {
            assert.match(validate("zoë")?.message ?? "", /an @/);
            assert.deepEqual(validate(present.email.toUpperCase())?.warning, true);
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
          answer: ({ validate }: Typed) => {
            assert.match(validate(present.userName)?.message ?? "", /has this user name/);
            return "zoë";
          },
        },
        { id: "active", answer: "active" },
        { id: "create", answer: true },
      ],
      () => run("createUser"),
    );
    const question = ask.asked.at(-1) as unknown as Asked;
    assert.equal(question.message, "Create Zoë Ångström 🧬 in odm?");
    assert.match(question.detail, /^E-mail zoë\.new@example\.org, user name zoë, active\.\n\nodm is http/);
    const [made] = await listed();
    assert.match(
      read(made ?? assert.fail()),
      /^Zoë Ångström 🧬 \| zoë\.new@example\.org · changed since the plan · not linked$/,
    );
    assert.equal(stored(idOf(made ?? assert.fail()))?.userName, "zoë");
    const { total, items: all } = host.resources.users.list("odm") ?? assert.fail();
    assert.equal(total, all.length);
  });

  it("make the plan in hand outdated, which it says", async () => {
    const roots = await items(host, "rollcall.reconciliation");
    assert.match(read(labelled(roots, "Outdated")), /1 account of odm changed by hand since/);
    await answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
    await eventually(async () => {
      const again = await items(host, "rollcall.reconciliation");
      assert.ok(again.every(({ node }) => node.label !== "Outdated"));
    });
  });

  it("are not created over somebody who has the e-mail, shown or deactivated", async () => {
    const [known] = await inStep();
    const present = stored(idOf(known ?? assert.fail())) ?? assert.fail();
    const writes = () =>
      sandbox()
        .log()
        .filter(({ method }) => method !== "GET").length;
    const before = writes();
    const ask = await answering(
      host,
      [
        { id: "email", answer: present.email },
        { id: "taken", answer: "Open User" },
      ],
      () => run("createUser"),
    );
    assert.match(told(ask).at(-1) ?? "", /has the e-mail .* already; creating it again could overwrite/);
    assert.equal(JSON.parse((await opened(/^\{/)).getText()).id, present.id);

    const [hidden] = await deactivated();
    const asleep = stored(idOf(hidden ?? assert.fail())) ?? assert.fail();
    const refused = await answering(
      host,
      [
        { id: "email", answer: asleep.email },
        { id: "deactivated", answer: "Reactivate…" },
        { id: "reactivate", answer: false },
      ],
      () => run("createUser"),
    );
    assert.match(told(refused)[1] ?? "", /is deactivated/);
    assert.equal(writes(), before);
  });

  it("are edited and renamed after a question with before and after, and an external id is set and taken away", async () => {
    const [user] = await inStep();
    const id = idOf(user ?? assert.fail());
    const { displayName, userName } = stored(id) ?? assert.fail();
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
    const question = ask.asked.at(-1) as unknown as Asked;
    assert.equal(question.message, `Change the display name of ${displayName} of odm?`);
    assert.ok(question.detail.startsWith(`displayName: “${displayName}” → “Ὑπατία”\n`), question.detail);
    assert.equal(stored(id)?.displayName, "Ὑπατία");
    assert.match(read(await byId(id)), /^Ὑπατία \| .* · changed since the plan · on okeanos, tacc$/);
    assert.equal(await byId(id), user);

    await answering(
      host,
      [
        { id: "userName", answer: userName.toUpperCase() },
        { id: "edit", answer: true },
      ],
      () => run("renameUser", user),
    );
    assert.equal(stored(id)?.userName, userName.toUpperCase());
    for (const [answer, expected] of [
      ["ext-1", "ext-1"],
      ["", undefined],
    ] as const) {
      const set = [
        { id: "externalId", answer },
        { id: "edit", answer: true },
      ];
      await answering(host, set, () => run("setUserExternalId", user));
      assert.equal(stored(id)?.externalId, expected);
    }
    await answering(
      host,
      [
        { id: "displayName", answer: displayName },
        { id: "edit", answer: false },
      ],
      () => run("editUserDisplayName", user),
    );
    assert.equal(stored(id)?.displayName, "Ὑπατία");
  });

  it("are left alone where they were changed meanwhile, which is told and shown", async () => {
    const [, user] = await inStep();
    const id = idOf(user ?? assert.fail());
    const session = await host.sessions.get();
    const directory = session.directory("odm") as unknown as {
      update(id: string, set: object): Promise<unknown>;
    };
    await directory.update(id, { displayName: "Changed Elsewhere" });
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
    assert.equal(stored(id)?.displayName, "Changed Elsewhere");
    assert.match(read(await byId(id)), /^Changed Elsewhere \|/);
  });

  it("that are protected are refused with the reason", async () => {
    const robot = await ofKind("serviceAccount");
    const before = requests();
    const ask = await answering(
      host,
      [
        { id: "displayName", answer: "Robot" },
        { id: "protected", answer: undefined },
      ],
      () => run("editUserDisplayName", robot),
    );
    assert.match(told(ask).at(-1) ?? "", /held by the protect filter of rollcall\.jsonc/);
    await answering(host, [{ id: "protected", answer: undefined }], () => run("deactivateUser", robot));
    assert.equal(requests(), before);
  });

  it("are deactivated together with one question, kept in sight, and reactivated by id", async () => {
    const [, , one, other] = await inStep();
    assert.ok(one && other);
    const robot = await ofKind("serviceAccount");
    const chosen = [one, other].map(idOf);
    const ask = await answering(
      host,
      [
        { id: "deactivate", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("deactivateUser", one, [one, other, robot]),
    );
    const question = ask.asked[0] as unknown as Asked;
    assert.equal(question.message, "Deactivate 2 users of odm?");
    assert.match(question.detail, /cannot sign in.*\n.*plans to reactivate.*\n.*protect filter.*left alone/);
    assert.ok(chosen.every((id) => stored(id)?.active === false));
    assert.equal(stored(idOf(robot))?.active, true);
    assert.ok((await listed()).every((handle) => !chosen.includes(idOf(handle))));
    const asleep = (await deactivated()).filter((handle) => chosen.includes(idOf(handle)));
    assert.equal(asleep.length, 2);
    assert.match(read(asleep[0] ?? assert.fail()), / · inactive/);

    const [first, second] = asleep;
    await answering(
      host,
      [
        { id: "reactivate", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("reactivateUser", first, [first, second]),
    );
    assert.ok(chosen.every((id) => stored(id)?.active));
    await byId(chosen[0]);
    assert.ok((await deactivated()).every((handle) => !chosen.includes(idOf(handle))));
  });

  it("are reactivated from the palette too, where one picks among those that are known", async () => {
    const [hidden] = await deactivated();
    const id = idOf(hidden ?? assert.fail());
    await answering(
      host,
      [
        { id: "item", answer: hidden?.node.id },
        { id: "reactivate", answer: true },
      ],
      () => run("reactivateUser"),
    );
    assert.equal(stored(id)?.active, true);
  });

  it("are found for a command of the palette by a key", async () => {
    const [user] = await inStep();
    const { email, displayName } = stored(idOf(user ?? assert.fail())) ?? assert.fail();
    for (const key of [email.toUpperCase(), idOf(user ?? assert.fail())])
      await answering(
        host,
        [
          { id: "user", answer: "find" },
          { id: "key", answer: key },
          {
            id: "displayName",
            answer: ({ value }: { value: string }) => {
              assert.equal(value, displayName);
              return undefined;
            },
          },
        ],
        () => run("editUserDisplayName"),
      );
    const none = await answering(
      host,
      [
        { id: "user", answer: "find" },
        { id: "key", answer: "nobody@example.org" },
        { id: "none", answer: undefined },
      ],
      () => run("editUserDisplayName"),
    );
    assert.match(told(none).at(-1) ?? "", /Nobody of odm is known by nobody@example\.org/);
  });

  it("report what failed of several, one by one, and a lost answer is looked up", async () => {
    const [, , one, other] = await inStep();
    assert.ok(one && other);
    sandbox().setFaults([{ kind: "serverError", platform: "odm", method: "DELETE", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "deactivate", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("deactivateUser", one, [one, other]),
    );
    assert.match(told(ask)[1] ?? "", /^1 user deactivated\. 1 failed: /);

    const [, , third] = await inStep();
    sandbox().setFaults([{ kind: "dropAfter", platform: "odm", method: "PATCH" }]);
    const before = sandbox()
      .log()
      .filter(({ method }) => method === "PATCH").length;
    const landed = await answering(
      host,
      [
        { id: "displayName", answer: "Landed Anyway" },
        { id: "edit", answer: true },
        { id: "note", answer: undefined },
      ],
      () => run("editUserDisplayName", third),
    );
    assert.match(told(landed).at(-1) ?? "", /answer was lost; reading again showed/);
    assert.equal(
      sandbox()
        .log()
        .filter(({ method }) => method === "PATCH").length,
      before + 1,
    );
    assert.match(read(await byId(idOf(third ?? assert.fail()))), /^Landed Anyway \|/);
  });

  it("are told of a refusal by the server, and keep what they were", async () => {
    const [, , user] = await inStep();
    sandbox().setFaults([{ kind: "forbidden", platform: "odm", method: "PATCH" }]);
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
    assert.notEqual(stored(idOf(user ?? assert.fail()))?.displayName, "Not Allowed");
  });

  it("are edited as JSON by the same rules", async () => {
    const [, , user] = await inStep();
    const id = idOf(user ?? assert.fail());
    await run("edit", user);
    const document = await opened(/"displayName"/);
    assert.ok(!document.getText().includes('"active"'));
    const change = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const fields = { ...JSON.parse(document.getText()), displayName: "As JSON" };
    change.replace(document.uri, whole, JSON.stringify(fields, null, 2));
    await vscode.workspace.applyEdit(change);
    assert.ok(await document.save());
    assert.equal(stored(id)?.displayName, "As JSON");
    assert.match(read(await byId(id)), /^As JSON \| .* · changed since the plan/);
  });

  it("of a production connection are changed only where its name is typed", async () => {
    const file = configurationFile();
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('"platform": "odm",', '"platform": "odm", "production": true,'));
    await host.configuration.reload();
    const [, , one, other] = await inStep();
    assert.ok(one && other);
    await answering(
      host,
      [
        { id: "displayName", answer: "In Production" },
        {
          id: "production",
          answer: ({ validate, prompt }: Typed & { prompt: string }) => {
            assert.ok(validate("ODM"));
            assert.match(prompt, /^displayName: .* → “In Production”/);
            return "odm";
          },
        },
      ],
      () => run("editUserDisplayName", one),
    );
    assert.equal(stored(idOf(one))?.displayName, "In Production");
    const ask = await answering(
      host,
      [
        { id: "deactivate", answer: true },
        { id: "production", answer: undefined },
      ],
      () => run("deactivateUser", one, [one, other]),
    );
    assert.match(told(ask)[0] ?? "", /^Deactivate 2 users of odm \(production\)\?$/);
    assert.equal(stored(idOf(one))?.active, true);
    writeFileSync(file, before);
    await host.configuration.reload();
  });

  it("suggest filters: the last ones, and examples from their own domains", async () => {
    const suggested = async () => {
      let found: readonly { readonly id: string; readonly group?: string }[] = [];
      await answering(
        host,
        [
          {
            id: "filter",
            answer: ({ suggestions }: { suggestions: typeof found }) => {
              found = suggestions;
              return 'userName sw "a"';
            },
          },
        ],
        () => run("filterUsers"),
      );
      return found;
    };
    const first = await suggested();
    assert.ok(first.some(({ id, group }) => group === "Examples" && id === 'emails.value ew "@example.org"'));
    await listed();
    const [recent] = await suggested();
    assert.deepEqual([recent?.group, recent?.id], ["Recent", 'userName sw "a"']);
    assert.ok((await deactivated()).every((handle) => stored(idOf(handle))?.userName.startsWith("a")));
    await run("clearUsersFilter");
  });
});
