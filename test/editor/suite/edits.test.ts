import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
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

  const sandbox = () => runningSandbox(host);
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
  const ubiops = async (id: string, body: object, method = "PATCH") => {
    const { url, project, token } = sandbox().endpoints.ubiops;
    await fetch(`${url}/projects/${project}/service-users/${id}`, {
      method,
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
    const ask = await answering(host, [{ id: "saved", answer: undefined }], async () => {
      assert.ok(await open.document.save());
    });
    assert.match(told(ask)[0] ?? "", /^Saved\. allowed_cors_origins was changed on models meanwhile/);
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
    const left = conflictLeft();
    const ask = await answering(host, [left.question], async () => {
      assert.equal(await open.document.save(), false);
      await left.isAsked();
    });
    await first("serviceUsers", "theirs");
    assert.match(told(ask)[0] ?? "", /^name was changed on models since you opened it/);
    assert.equal(writes("ubiops").length, before);
    const diff = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(diff instanceof vscode.TabInputTextDiff);
    const theirs = await vscode.workspace.openTextDocument(diff.original);
    assert.match(theirs.getText(), /"theirs"/);
    assert.ok(open.document.isDirty);
    assert.equal(diff.modified.toString(), open.document.uri.toString());
    const again = conflictLeft();
    await answering(host, [again.question], async () => {
      assert.equal(await open.document.save(), false);
      await again.isAsked();
    });
    assert.match(theirs.getText(), /"theirs"/);
    await vscode.window.showTextDocument(open.document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    assert.equal(writes("ubiops").length, before);
  });

  it("write over what the server has where the person chooses that, and leave alone what others changed besides", async () => {
    const user = await first("serviceUsers", "theirs");
    await run("edit", user);
    const open = await editor(/"theirs"/);
    await ubiops(idOf(user), { name: "theirs-too", allowed_cors_origins: ["https://new.example.org"] });
    await replace(open, '"theirs"', '"mine"');
    const before = writes("ubiops").length;
    await answering(host, [{ id: "conflict", answer: "Overwrite" }], async () => {
      assert.equal(await open.document.save(), false);
      await eventually(async () => assert.equal(stored(idOf(user))?.name, "mine"));
    });
    assert.deepEqual(
      writes("ubiops")
        .slice(before)
        .map(({ body }) => body),
      [{ name: "mine" }],
    );
    assert.deepEqual(stored(idOf(user))?.origins, ["https://new.example.org"]);
    await eventually(async () => assert.match(open.document.getText(), /new\.example\.org/));
    await eventually(async () => {
      assert.ok(!open.document.isDirty);
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      assert.ok(tabs.every(({ input }) => !(input instanceof vscode.TabInputTextDiff)));
    });
  });

  it("take what the server has where the person chooses that", async () => {
    const user = await first("serviceUsers", "mine");
    await run("edit", user);
    const open = await editor(/"mine"/);
    await ubiops(idOf(user), { name: "theirs-again" });
    await replace(open, '"mine"', '"mine-again"');
    await answering(host, [{ id: "conflict", answer: "Use the Server's" }], async () => {
      await open.document.save();
      await eventually(async () => assert.match(open.document.getText(), /"theirs-again"/));
    });
    assert.ok(!open.document.isDirty);
    assert.equal(stored(idOf(user))?.name, "theirs-again");
  });

  it("hold where the answer is lost and the change is there, and say so", async () => {
    await run("edit", await first("serviceUsers", "nightly-segmentation"));
    const open = await editor(/"nightly-segmentation"/);
    sandbox().setFaults([{ kind: "dropAfter", platform: "ubiops", method: "PATCH" }]);
    await replace(open, "nightly-segmentation", "nightly-lost");
    const ask = await answering(host, [{ id: "saved", answer: undefined }], async () => {
      assert.ok(await open.document.save());
    });
    assert.match(told(ask)[0] ?? "", /answer of models was lost, but the change of name is there/);
    await first("serviceUsers", "nightly-lost");
  });

  it("are sent once where the answer is lost, and hold where the change is there", async () => {
    const user = await anyUser();
    await run("edit", user);
    const open = await editor(/"displayName"/);
    sandbox().setFaults([{ kind: "dropAfter", platform: "odm", method: "PATCH", times: 1 }]);
    const before = writes("odm").length;
    await replace(open, '"displayName": "', '"displayName": "Prof. ');
    assert.ok(await open.document.save());
    assert.equal(writes("odm").length, before + 1);
    assert.match(open.document.getText(), /Prof\. /);
  });

  it("stay unsaved and are sent once where the connection broke before", async () => {
    const user = await anyUser();
    await run("edit", user);
    const open = await editor(/"displayName"/);
    sandbox().setFaults([{ kind: "dropBefore", platform: "odm", method: "PATCH" }]);
    const before = writes("odm").length;
    await replace(open, '"displayName": "', '"displayName": "Dr. ');
    assert.equal(await open.document.save(), false);
    assert.ok(open.document.isDirty);
    assert.match(open.document.getText(), /Dr\. /);
    assert.equal(writes("odm").length, before + 1);
    sandbox().setFaults([]);
    assert.ok(await open.document.save());
    assert.equal(writes("odm").length, before + 2);
  });

  it("refuse fields that cannot be set, and say which can", async () => {
    const user = await first("serviceUsers", "theirs-again");
    await run("edit", user);
    const open = await editor(/"theirs-again"/);
    await replace(open, "{", '{ "email": "a@example.org",');
    assert.equal(await open.document.save(), false);
    await assert.rejects(
      async () => vscode.workspace.fs.writeFile(open.document.uri, encoded(open.document.getText())),
      /email cannot be set here\. These can: name, expiry_date, allowed_cors_origins/,
    );
  });

  it("say on which line they are no JSON, and stand at an address that opens them again", async () => {
    await run("edit", await first("serviceUsers", "theirs-again"));
    const { uri } = (await editor(/"theirs-again"/)).document;
    await assert.rejects(
      async () => vscode.workspace.fs.writeFile(uri, encoded('{\n  "name" "x"\n}\n')),
      /Line 2 is not JSON/,
    );
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const again = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri.toString()));
    assert.match(again.getText(), /"theirs-again"/);
    assert.equal(again.languageId, "json");
  });

  it("are compared with what they were made from, also after the window was loaded again", async () => {
    const user = await first("serviceUsers", "theirs-again");
    await run("edit", user);
    const open = await editor(/"theirs-again"/);
    await replace(open, "theirs-again", "after-reload");
    await eventually(async () => assert.ok(open.document.isDirty));
    await ubiops(idOf(user), { allowed_cors_origins: ["https://meanwhile.example.org"] });
    const { Openings } = await import("../../../src/editor/edits/openings.ts");
    const afterReload = () => new Openings(host.context.workspaceState).get(open.document.uri)?.base;
    await eventually(async () => assert.equal(afterReload()?.name, "theirs-again"));
    const script = [{ id: "saved", answer: undefined }];
    const ask = await answering(host, script, async () => {
      assert.ok(await open.document.save());
    });
    await eventually(async () => assert.equal(afterReload(), undefined));
    assert.match(told(ask)[0] ?? "", /allowed_cors_origins.* was changed on models meanwhile, and stays so/);
    assert.equal(stored(idOf(user))?.name, "after-reload");
    assert.deepEqual(stored(idOf(user))?.origins, ["https://meanwhile.example.org"]);
  });

  it("stay unsaved where what they are about is gone", async () => {
    const user = await first("serviceUsers", "workshop");
    await run("edit", user);
    const open = await editor(/"workshop"/);
    await ubiops(idOf(user), {}, "DELETE");
    await replace(open, '"workshop"', '"workshop-2"');
    assert.equal(await open.document.save(), false);
    assert.match(open.document.getText(), /"workshop-2"/);
    await assert.rejects(
      async () => vscode.workspace.fs.writeFile(open.document.uri, encoded(open.document.getText())),
      /models does not have this service user any more/,
    );
  });

  it("of a production connection are saved only where its name is typed", async () => {
    const { connections } = (await host.sessions.get()).configuration;
    const before = connections.models ?? assert.fail();
    Object.assign(connections, { models: { ...before, production: true } });
    try {
      const user = await first("serviceUsers", "okeanos-import");
      const live = (
        await items(host, "rollcall.serviceUsers", (await items(host, "rollcall.serviceUsers"))[0])
      ).find(({ node }) => node.label === "okeanos-import" && node.flags?.includes("live"));
      await run("edit", live ?? user);
      const open = await editor(/"okeanos-import"/);
      const sent = writes("ubiops").length;
      await replace(open, '"okeanos-import"', '"okeanos-production"');
      await answering(host, [{ id: "production", answer: undefined }], async () => {
        assert.equal(await open.document.save(), false);
      });
      assert.equal(writes("ubiops").length, sent);
      await answering(host, [{ id: "production", answer: "models" }], async () => {
        assert.ok(await open.document.save());
      });
      assert.equal(writes("ubiops").length, sent + 1);
    } finally {
      Object.assign(connections, { models: before });
    }
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
    await replace(open, "{}", '{ "seen": 3, "last": null }');
    assert.ok(await open.document.save());
    await eventually(async () => assert.match(open.document.getText(), /"seen": 3,\n {2}"last": null/));
  });

  it("say why something cannot be edited", async () => {
    const expired = (
      await items(host, "rollcall.serviceUsers", (await items(host, "rollcall.serviceUsers"))[0])
    ).find(({ node }) => node.flags?.includes("expired"));
    const ask = await answering(host, [{ id: "problem", answer: undefined }], () => run("edit", expired));
    assert.match(told(ask)[0] ?? "", /has expired/);
  });

  /** A conflict that the person is told of and leaves alone. */
  function conflictLeft() {
    let asked = false;
    const answer = () => {
      asked = true;
      return undefined;
    };
    const isAsked = () => eventually(async () => assert.ok(asked));
    return { question: { id: "conflict", answer }, isAsked };
  }

  async function anyUser() {
    const [odm] = await items(host, "rollcall.users");
    const users = await items(host, "rollcall.users", odm);
    return users.find(({ node }) => node.noun === "user") ?? assert.fail("no user");
  }
});

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
