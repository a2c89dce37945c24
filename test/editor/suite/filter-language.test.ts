import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { PickQuestion } from "../../../src/editor/ui/ask.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import { configuration, fix, open, ours, proposed, saidAt } from "./support/language.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  opened,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";

const filterFile = () => join(configurationFile(), "..", "people.scimfilter");

async function hints(document: vscode.TextDocument): Promise<readonly string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    whole,
  );
  return found.map(({ label }) =>
    typeof label === "string" ? label : label.map(({ value }) => value).join(""),
  );
}

describe("the language of filters", () => {
  let host: Host;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await rm(filterFile(), { force: true });
    await withoutConfiguration(host);
  });

  it("proposes the attributes of the target, and its values over the escapes of JSON", async () => {
    const scope = await open(configurationFile(), configuration('"scope": "active eq true and us|"'));
    await eventually(async () => assert.deepEqual(await proposed(scope.uri, scope.position), ["userName"]));
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    const value = await open(configurationFile(), configuration('"scope": "emails[type eq \\"w|\\"]"'));
    await eventually(async () => assert.deepEqual(await proposed(value.uri, value.position), ['"work"']));
  });

  it("proposes connections and their attributes in the condition of a rule", async () => {
    const rule = '"set": [{ "attribute": "displayName", "from": "tacc.fullName", "when": "tacc.full|" }]';
    const { uri, position } = await open(configurationFile(), configuration(rule));
    await eventually(async () => assert.deepEqual(await proposed(uri, position), ["tacc.fullName"]));
  });

  it("marks every error of a filter at its place, and puts each right where it stands", async () => {
    const { document, uri } = await open(
      configurationFile(),
      configuration('"scope": "emails[type eq \\"work\\"].value eq \'a\' && active == TRUE"'),
    );
    await eventually(async () => {
      const marks = ours(uri).map(({ range }) => document.getText(range));
      assert.deepEqual(marks, [".value", "'a'", "&&", "==", "TRUE"]);
    });
    await fix(document, "TRUE", "Write true");
    await fix(document, "==", "Write eq");
    await fix(document, "&&", "Write and");
    await fix(document, "'a'", "Use double quotes");
    await fix(document, ".value", "Move it into the brackets");
    const wanted = '"scope": "emails[type eq \\"work\\" and value eq \\"a\\"] and active eq true"';
    assert.ok(document.getText().includes(wanted), document.getText());
    await eventually(async () => assert.equal(ours(uri).length, 0));
  });

  it("says of an attribute what it is, inside the string", async () => {
    const { uri, position } = await open(configurationFile(), configuration('"scope": "user|Name pr"'));
    await eventually(async () => {
      assert.match(await saidAt(uri, position), /`userName`.*RFC 7643 section 4\.1\./s);
    });
  });

  it("formats a filter inside its string", async () => {
    const { document } = await open(
      configurationFile(),
      configuration('"scope": "((userName   EQ \\"a\\"))"'),
    );
    await fix(document, "EQ", "Format Filter");
    assert.ok(document.getText().includes('"scope": "userName eq \\"a\\""'), document.getText());
  });

  it("is that of .scimfilter files: marked, put right and formatted", async () => {
    const { document, uri } = await open(filterFile(), 'usrName   EQ "a"\n  and (title PR)');
    assert.equal(document.languageId, "scim-filter");
    await eventually(async () => {
      const [mark] = ours(uri);
      assert.equal(mark?.severity, vscode.DiagnosticSeverity.Warning);
      assert.equal(document.getText(mark?.range), "usrName");
    });
    await fix(document, "usrName", "Write userName");
    await vscode.commands.executeCommand("editor.action.formatDocument");
    assert.equal(document.getText(), 'userName eq "a" and title pr\n');
    await eventually(async () => assert.equal(ours(uri).length, 0));
    assert.deepEqual(await hints(document), ['sent to the server: userName eq "a" and title pr']);
    await document.save();
  });

  it("says nothing in other files of JSON", async () => {
    const other = join(configurationFile(), "..", "other.jsonc");
    const { document, uri, position } = await open(other, configuration('"scope": "us|"'));
    assert.deepEqual(await proposed(uri, position), []);
    assert.deepEqual(await hints(document), []);
    await rm(other);
  });
});

describe("a filter on the sandbox", () => {
  let host: Host;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    const [connection] = await items(host, "rollcall.users");
    await items(host, "rollcall.users", connection);
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await run("stopSandbox");
    await withoutConfiguration(host);
  });

  const requests = () => host.sandbox.running?.log().length ?? assert.fail("the sandbox does not run");

  it("shows how many match of the users in hand, and asks no server for it", async () => {
    const state = await host.configuration.state();
    const file = "file" in state ? state.file : assert.fail(state.kind);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    await vscode.window.showTextDocument(document);
    const before = requests();
    const shown = await eventually(async () => {
      const found = await hints(document);
      assert.ok(found.length > 0);
      return found;
    });
    for (const hint of shown) assert.match(hint, /^matches \d+ of \d+ users.*read at \d\d:\d\d$/);
    assert.equal(requests(), before);

    const settings = vscode.workspace.getConfiguration("rollcall");
    await settings.update("filterHints", false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await hints(document), []);
    } finally {
      await settings.update("filterHints", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("is tested on all users: who matches, who does not, and why", async () => {
    const connection = "odm";
    const filter = "active eq true and displayName pr and title pr";
    let offered: PickQuestion | undefined;
    const script = (answer: string) => [
      { id: "connection", answer: connection },
      { id: "testedFilter", answer: filter },
      {
        id: "tested",
        answer: (question: PickQuestion) => {
          offered = question;
          return answer;
        },
      },
    ];
    await answering(host, script("others"), () => run("testFilter"));
    assert.match(offered?.choices[0]?.label ?? "", /^Matching: 0 accounts$/);
    const others = await opened(/^\{"/);
    assert.equal(others.languageId, "jsonl");
    const lines = others.getText().trimEnd().split("\n");
    assert.ok(lines.length > 10);
    assert.ok(lines.every((line) => typeof JSON.parse(line).userName === "string"));

    await answering(host, script("0"), () => run("testFilter"));
    const reasons = await opened(/^active eq true and displayName pr and title pr\n/);
    assert.match(reasons.getText(), /does not match\.\n\n> no {3}and\n {2}yes {4}active eq true/);
    assert.match(reasons.getText(), /> no {5}title pr {2}\(no value\)/);
  });
});
