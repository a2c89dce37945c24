import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  eventually,
  items,
  labelled,
  rollcall,
  run,
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";

describe("documents that can be edited", () => {
  let host: Host;

  const sandbox = () => host.sandbox.running ?? assert.fail("the sandbox does not run");
  const first = async (view: string, label: string) => {
    const [connection] = await items(host, `rollcall.${view}`);
    return labelled(await items(host, `rollcall.${view}`, connection), label);
  };
  const editor = async (text: RegExp) =>
    eventually(async () => {
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.uri.scheme, "rollcall-edit");
      assert.match(active?.document.getText() ?? "", text);
      return active ?? assert.fail();
    });
  const replace = async ({ document }: vscode.TextEditor, from: string, to: string) => {
    const at = document.getText().indexOf(from);
    assert.ok(at >= 0, `${from} is not in ${document.getText()}`);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
    edit.replace(document.uri, range, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
  };
  const writes = (platform: string) =>
    sandbox()
      .log()
      .filter((request) => request.platform === platform && request.method !== "GET");
  const ubiops = async (id: string, body: object) => {
    const { url, project, token } = sandbox().endpoints.ubiops;
    await fetch(`${url}/projects/${project}/service-users/${id}`, {
      method: "PATCH",
      headers: { authorization: `Token ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  };
  const stored = (id: string) =>
    sandbox()
      .state()
      .ubiops.serviceUsers.find((each) => each.id === id);
  const idOf = (handle: { readonly node: { readonly id: string } }) => handle.node.id.split("/").at(-1) ?? "";

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
  });

  afterEach(async () => {
    host.sandbox.running?.setFaults([]);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  after(async () => {
    await run("stopSandbox");
  });

  it("send the smallest change when they are saved, and the view follows", async () => {
    const user = await first("serviceUsers", "viewer-frontend");
    await run("edit", user);
    const open = await editor(/"viewer-frontend"/);
    const before = writes("ubiops").length;
    await replace(open, "viewer-frontend", "viewer-edited");
    assert.ok(await open.document.save());
    const sent = writes("ubiops").slice(before);
    assert.deepEqual(
      sent.map(({ method, body }) => [method, body]),
      [["PATCH", { name: "viewer-edited" }]],
    );
    await first("serviceUsers", "viewer-edited");
  });

  it("send nothing where nothing was changed, and stay unsaved with a word on the line where they are no JSON", async () => {
    await run("edit", await first("serviceUsers", "viewer-edited"));
    const open = await editor(/"viewer-edited"/);
    const before = writes("ubiops").length;
    await replace(open, '"viewer-edited"', '"viewer-edited" ');
    assert.ok(await open.document.save());
    await replace(open, '"viewer-edited"', '"viewer-edited');
    assert.equal(await open.document.save(), false);
    assert.ok(open.document.isDirty);
    assert.equal(writes("ubiops").length, before);
  });

  it("bring two changes to different fields together", async () => {
    const user = await first("serviceUsers", "viewer-edited");
    await run("edit", user);
    const open = await editor(/"viewer-edited"/);
    await ubiops(idOf(user), { allowed_cors_origins: ["https://theirs.example.org"] });
    await replace(open, "viewer-edited", "viewer-merged");
    assert.ok(await open.document.save());
    assert.equal(stored(idOf(user))?.name, "viewer-merged");
    assert.deepEqual(stored(idOf(user))?.origins, ["https://theirs.example.org"]);
    await eventually(async () => assert.match(open.document.getText(), /theirs\.example\.org/));
  });

  it("show a conflict as a diff, and write nothing until it is settled", async () => {
    const user = await first("serviceUsers", "viewer-merged");
    await run("edit", user);
    const open = await editor(/"viewer-merged"/);
    await ubiops(idOf(user), { name: "theirs" });
    await replace(open, "viewer-merged", "mine");
    const before = writes("ubiops").length;
    const ask = await answering(host, [{ id: "conflict", answer: undefined }], async () => {
      assert.equal(await open.document.save(), false);
    });
    assert.match(told(ask)[0] ?? "", /^name was changed on models since you opened it/);
    assert.equal(writes("ubiops").length, before);
    const diff = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(diff instanceof vscode.TabInputTextDiff);
    const theirs = await vscode.workspace.openTextDocument(diff.original);
    assert.match(theirs.getText(), /"theirs"/);
    await answering(host, [{ id: "conflict", answer: "Overwrite" }], async () => {
      assert.ok(await open.document.save());
    });
    assert.equal(stored(idOf(user))?.name, "mine");
  });

  it("take what the server has where the person chooses that", async () => {
    const user = await first("serviceUsers", "mine");
    await run("edit", user);
    const open = await editor(/"mine"/);
    await ubiops(idOf(user), { name: "theirs-again" });
    await replace(open, '"mine"', '"mine-again"');
    await answering(host, [{ id: "conflict", answer: "Use the Server's" }], async () => {
      await open.document.save();
    });
    await eventually(async () => assert.match(open.document.getText(), /"theirs-again"/));
    assert.equal(stored(idOf(user))?.name, "theirs-again");
  });

  it("are sent once where the answer is lost, and stay unsaved", async () => {
    const user = await first("users", (await anyUser()).node.label);
    await run("edit", user);
    const open = await editor(/"displayName"/);
    const name = JSON.parse(open.document.getText()).displayName as string;
    sandbox().setFaults([{ kind: "dropAfter", platform: "odm", method: "PATCH", times: 1 }]);
    const before = writes("odm").length;
    await replace(open, JSON.stringify(name), JSON.stringify(`${name} (edited)`));
    assert.equal(await open.document.save(), false);
    assert.equal(writes("odm").length, before + 1);
  });

  it("hold of a SCIM user what its server lets be changed, and nothing else", async () => {
    await run("edit", await anyUser());
    const open = await editor(/"displayName"/);
    const fields = Object.keys(JSON.parse(open.document.getText()));
    assert.ok(
      fields.every((name) => ["userName", "externalId", "displayName"].includes(name)),
      fields.join(),
    );
  });

  it("replace an actor as a whole, with what was just read and the change", async () => {
    await run("edit", await first("actors", "thumbnails"));
    const open = await editor(/"sandbox\/thumbnails:1\.2"/);
    await replace(open, "Makes small pictures of large ones.", "Makes pictures small.");
    assert.ok(await open.document.save());
    const put = writes("agave").at(-1);
    assert.equal(put?.method, "PUT");
    assert.deepEqual(put?.body, {
      image: "sandbox/thumbnails:1.2",
      name: "thumbnails",
      description: "Makes pictures small.",
      defaultEnvironment: { QUALITY: "high" },
      stateless: true,
      privileged: false,
    });
  });

  it("edit the state of an actor", async () => {
    const actor = await first("actors", "checksum-ledger");
    const state = labelled(await items(host, "rollcall.actors", actor), "State");
    await run("edit", state);
    const open = await editor(/^\{\}\n$/);
    await replace(open, "{}", '{ "seen": 3 }');
    assert.ok(await open.document.save());
    await eventually(async () => assert.match(open.document.getText(), /"seen": 3/));
  });

  it("say why something cannot be edited", async () => {
    const expired = (
      await items(host, "rollcall.serviceUsers", (await items(host, "rollcall.serviceUsers"))[0])
    ).find(({ node }) => node.flags?.includes("expired"));
    const ask = await answering(host, [{ id: "problem", answer: undefined }], () => run("edit", expired));
    assert.match(told(ask)[0] ?? "", /has expired/);
  });

  async function anyUser() {
    const [odm] = await items(host, "rollcall.users");
    const users = await items(host, "rollcall.users", odm);
    return users.find(({ node }) => node.noun === "user") ?? assert.fail("no user");
  }
});
