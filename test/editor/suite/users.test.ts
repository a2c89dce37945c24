import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Choice } from "../../../src/editor/ui/ask.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  eventually,
  heard,
  items,
  labelled,
  read,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";
import { idOf, Users, usersView } from "./support/users.ts";

describe("the users", () => {
  let host: Host;
  let users: Users;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    users = new Users(host);
  });

  after(async () => {
    await run("stopSandbox");
  });

  it("that the server hides are kept in sight once the list has shown that they are missing", async () => {
    assert.deepEqual(await users.deactivated(), []);
    await users.loadAll();
    const asked = users.requests;
    const hidden = users.sandbox.state().odm.users.filter(({ active }) => !active);
    assert.deepEqual((await users.deactivated()).map(idOf).toSorted(), hidden.map(({ id }) => id).toSorted());
    for (const handle of await users.deactivated()) {
      assert.match(read(handle), / \| \S+@\S+ · inactive · on okeanos, tacc$/);
      assert.ok(handle.node.flags?.includes("hidden"));
    }
    assert.equal(users.requests, asked);
  });

  it("are shown with e-mail and linked accounts, from memory and without a request for each", async () => {
    const asked = users.requests;
    const user = await users.ofKind("inStep");
    assert.equal(read(user), `${user.node.label} | ${users.stored(user).email} · on okeanos, tacc`);
    assert.match(heard(user), /, user$/);
    assert.ok(user.node.flags?.includes("linked"));
    const robot = await users.ofKind("serviceAccount");
    assert.match(read(robot), / · protected/);
    assert.equal(robot.node.icon?.id, "lock");
    assert.match(read(await users.ofKind("unassigned")), / · not linked$/);
    assert.equal(users.requests, asked);
  });

  it("open to how each account was linked, what is missing, and the groups", async () => {
    const [okeanos, tacc] = await items(host, usersView, await users.ofKind("inStep"));
    assert.ok(okeanos && tacc);
    assert.match(read(okeanos), /^okeanos \| .* · .* equals okeanos\.\w+ · linked on \d{4}-\d\d-\d\d$/);
    assert.match(tacc.node.tooltip ?? "", /Linked by: .* in run \d{8}T/);
    const alone = await items(host, usersView, await users.ofKind("unassigned"));
    assert.deepEqual(alone.map(read), ["Not on okeanos", "Not on tacc", "Groups"]);

    const { groups } = users.sandbox.state().odm;
    const laboratory = groups.find(({ displayName }) => displayName === "Genomics laboratory");
    const member = laboratory?.members.find((id) => users.stored(id).active);
    const section = labelled(await items(host, usersView, await users.byId(member ?? "")), "Groups");
    const ofGroups = () => users.sandbox.log().filter(({ path }) => path.includes("/Groups")).length;
    const asked = ofGroups();
    labelled(await items(host, usersView, section), "Genomics laboratory");
    assert.equal(ofGroups(), asked + 1);
  });

  it("follow the plan without a request, and keep who they are", async () => {
    const differing = await users.ofKind("renamed");
    const before = await users.listed();
    assert.ok(!read(differing).includes("difference"));
    await answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
    const asked = users.requests;
    await eventually(async () =>
      assert.match(
        read(await users.ofKind("renamed")),
        / · \d differences?: .*(displayName|userName).* · on okeanos, tacc$/,
      ),
    );
    const after = await users.listed();
    assert.ok(after.every((handle, index) => handle === before[index]));
    assert.equal(await users.ofKind("renamed"), differing);
    assert.ok(differing.node.flags?.includes("differs"));
    assert.equal(differing.node.icon?.id, "edit");

    const disputed = await users.ofKind("twoTargets");
    assert.match(read(disputed), / · disputed$/);
    assert.ok(disputed.node.flags?.includes("disputed"));
    assert.match(read(await users.ofKind("leaver")), / · to be deactivated/);
    assert.match(read(await users.ofKind("unassigned")), / · in the target only$/);
    const dormant = users.sandbox.truth().people.find(({ kind }) => kind === "dormant");
    const hidden = (await users.deactivated()).find((handle) => idOf(handle) === dormant?.accounts.odm[0]);
    assert.match(read(hidden ?? assert.fail()), / · inactive · to be reactivated · on okeanos, tacc$/);

    const candidates = await items(host, usersView, disputed);
    assert.ok(candidates.some((handle) => /in dispute$/.test(read(handle))));
    assert.equal(users.requests, asked);
  });

  it("keep their rows where only a tick changes", async () => {
    const [change] = host.reconciliation.inHand?.planning.plan.changes ?? [];
    assert.ok(change);
    const { node } = await users.ofKind("renamed");
    host.reconciliation.tick([change.id], false);
    host.reconciliation.tick([change.id], true);
    await sleep(200);
    assert.equal((await users.ofKind("renamed")).node, node);
  });

  it("show what the plan would change of them", async () => {
    await run("showChange", await users.ofKind("renamed"));
    await eventually(async () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff, "no diff is open");
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("are put into groups by their situation and by their links, and ordered with those out of step first", async () => {
    const arrange = async (answer: string) => {
      await answering(host, [{ id: "arrangement", answer }], () => run("arrangeUsers"));
      return items(host, usersView, await users.connection());
    };
    const situations = await arrange("grouping/situation");
    labelled(situations, "Linked before");
    labelled(situations, "More than one candidate");
    const links = await arrange("grouping/links");
    labelled(links, "On okeanos, tacc");
    labelled(links, "Not linked");
    await arrange("grouping/");
    await arrange("sort/step");
    const [first] = await users.listed();
    assert.match(read(first ?? assert.fail()), /disputed/);
    await arrange("sort/");
  });

  it("suggest filters, the last ones and examples of their own domains, and hide those whom a filter leaves out", async () => {
    const suggested = async () => {
      let found: readonly Choice[] = [];
      const answer = ({ suggestions }: { readonly suggestions: readonly Choice[] }) => {
        found = suggestions;
        return 'userName sw "a"';
      };
      await answering(host, [{ id: "filter", answer }], () => run("filterUsers"));
      return found;
    };
    const first = await suggested();
    assert.ok(
      first.some(({ id, group }) => group === "Examples" && id === 'emails.value ew "@example.org"'),
      first.map(({ id }) => id).join("\n"),
    );
    const [recent] = await suggested();
    assert.deepEqual([recent?.group, recent?.id], ["Recent", 'userName sw "a"']);
    const shown = [...(await users.listed()), ...(await users.deactivated())];
    assert.ok(shown.length > 0);
    assert.ok(shown.every((handle) => users.stored(handle).userName.startsWith("a")));
    await run("clearUsersFilter");
  });
});
