import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { back, type Remark } from "../../../src/editor/ui/ask.ts";
import { afterEach, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";

describe("the configuration", () => {
  let host: Host;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await withoutConfiguration(host);
  });

  it("is marked at the exact place of each problem while it is edited", async () => {
    const text = `{
  // Connections by name.
  "connections": { "odm": { "platform": "odm", "url": "https://odm.example.org" } },
  "reconcile": { "target": "odm", "sources": ["odmm"], "scope": "userName eqq \\"a\\"", "match": [], "set": [] },
}
`;
    await writeFile(configurationFile(), text);
    const uri = vscode.Uri.file(configurationFile());
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const marked = await eventually(async () => {
      const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Rollcall");
      assert.ok(ours.length >= 2);
      return ours;
    });
    const texts = marked.map(({ range }) => document.getText(range));
    assert.ok(texts.includes("eqq"), texts.join(" / "));
    assert.ok(
      texts.some((found) => found.includes("odmm")),
      texts.join(" / "),
    );

    const edit = new vscode.WorkspaceEdit();
    const place = document.positionAt(text.indexOf("eqq"));
    edit.replace(uri, new vscode.Range(place, place.translate(0, 3)), "eq");
    await vscode.workspace.applyEdit(edit);
    await eventually(async () => {
      const left = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Rollcall");
      assert.ok(left.every(({ range }) => document.getText(range) !== "eqq"));
    });
  });

  it("is opened at its first problem where it is broken", async () => {
    await writeFile(
      configurationFile(),
      '{ "connections": { "odm": { "platform": "odmm", "url": "https://x.example" } } }',
    );
    assert.equal((await host.configuration.reload()).kind, "broken");
    assert.deepEqual(await items(host, "rollcall.users"), []);
    await eventually(async () => {
      await run("openConfiguration");
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.getText(editor.selection), '"odmm"');
    });
  });

  it("is followed as the file changes", async () => {
    await writeFile(configurationFile(), "{}");
    await eventually(async () => assert.notEqual((await host.configuration.state()).kind, "missing"));
    const configuration = { connections: { odm: { platform: "odm", url: "http://127.0.0.1:9" } } };
    await writeFile(configurationFile(), JSON.stringify(configuration));
    await eventually(async () => assert.equal((await host.configuration.state()).kind, "ready"));
  });

  it("takes a new connection and keeps what was written, comments as well", async () => {
    const before =
      '{\n  // Ours.\n  "connections": {\n    "old": { "platform": "astakos", "url": "https://a.example" } // kept\n  }\n}\n';
    await writeFile(configurationFile(), before);
    await host.configuration.reload();
    const problems: (Remark | undefined)[] = [];
    await answering(
      host,
      [
        { id: "platform", answer: "agave" },
        { id: "name", answer: back },
        { id: "platform", answer: "odm" },
        {
          id: "name",
          answer: (question: { validate(text: string): Remark | undefined }) => {
            problems.push(question.validate("old"), question.validate("1x"), question.validate("odm"));
            return "odm";
          },
        },
        {
          id: "url",
          answer: (question: { validate(text: string): Remark | undefined }) => {
            problems.push(question.validate("odm.example.org"), question.validate("https://u:p@x.example"));
            return "https://odm.example.org";
          },
        },
        { id: "token", answer: "tok-canary-1" },
      ],
      () => run("addConnection"),
    );
    assert.deepEqual(
      problems.map((problem) => problem !== undefined),
      [true, true, false, true, true],
    );
    const text = readFileSync(configurationFile(), "utf8");
    assert.ok(text.includes("// Ours.") && text.includes("// kept"));
    assert.match(text, /"odm": \{\s*"platform": "odm",\s*"url": "https:\/\/odm\.example\.org"\s*\}/);
    assert.ok(!text.includes("canary"));
    assert.equal((await host.configuration.state()).kind, "ready");
    assert.equal(await host.secrets.source("odm", "https://odm.example.org").read("token"), "tok-canary-1");
    await host.secrets.forget("odm", "https://odm.example.org");
  });

  it("is made where there is none, and nothing is written where a person gives up", async () => {
    await answering(
      host,
      [
        { id: "platform", answer: "scim" },
        { id: "name", answer: undefined },
      ],
      () => run("addConnection"),
    );
    assert.equal((await host.configuration.reload()).kind, "missing");
    await answering(
      host,
      [
        { id: "platform", answer: "scim" },
        { id: "name", answer: "directory" },
        { id: "url", answer: "https://scim.example.org/v2" },
        { id: "token", answer: "" },
      ],
      () => run("addConnection"),
    );
    assert.equal((await host.configuration.state()).kind, "ready");
  });

  it("is left alone by the sandbox where a person wrote it, and is back when the sandbox stops", async () => {
    const own = '{ "connections": { "mine": { "platform": "odm", "url": "http://127.0.0.1:9" } } }';
    await writeFile(configurationFile(), own);
    await host.configuration.reload();
    await run("startSandbox");
    const shown = await host.configuration.state();
    assert.ok("configuration" in shown);
    assert.deepEqual(Object.keys(shown.configuration.connections), [
      "odm",
      "okeanos",
      "tacc",
      "models",
      "osparc",
    ]);
    assert.equal(readFileSync(configurationFile(), "utf8"), own);
    await run("stopSandbox");
    assert.equal(readFileSync(configurationFile(), "utf8"), own);
    const back = await host.configuration.state();
    assert.ok("configuration" in back);
    assert.deepEqual(Object.keys(back.configuration.connections), ["mine"]);
  });

  it("is known as a sandbox's while that does not run, until a person changes it", async () => {
    const text = '{ "connections": { "odm": { "platform": "odm", "url": "http://127.0.0.1:9" } } }';
    await host.sandbox.remember(configurationFile(), text);
    await writeFile(configurationFile(), text);
    assert.equal((await host.configuration.reload()).kind, "sandboxStopped");
    await writeFile(configurationFile(), `${text}\n`);
    assert.equal((await host.configuration.reload()).kind, "ready");
    await host.sandbox.forget();
  });
});
