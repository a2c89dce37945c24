import assert from "node:assert/strict";
import * as vscode from "vscode";
import { afterEach, before, describe, it } from "../harness/cases.ts";
import { configuration, fix, open, ours, proposed, saidAt } from "./support/language.ts";
import { configurationFile, eventually, rollcall, withoutConfiguration } from "./support/rollcall.ts";

/** A configuration with one `set` rule whose value comes from this text, as it stands in the file. */
function from(text: string): string {
  return configuration(`"set": [{ "attribute": "displayName", "from": ${text} }]`);
}

describe("the language of mapping expressions", () => {
  before(async () => withoutConfiguration(await rollcall()));

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await withoutConfiguration(await rollcall());
  });

  it("proposes functions and attributes of the sources, over the escapes of JSON", async () => {
    const call = await open(configurationFile(), from('"join(\\" \\", tacc.first|)"'));
    await eventually(async () =>
      assert.deepEqual(await proposed(call.uri, call.position), ["tacc.firstName"]),
    );
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    const list = await open(configurationFile(), from('["tacc.fullName", "asc|"]'));
    await eventually(async () => assert.deepEqual(await proposed(list.uri, list.position), ["ascii"]));
  });

  it("says of a function how it is called", async () => {
    const { uri, position } = await open(configurationFile(), from('"sl|ice(tacc.fullName, 1, 3)"'));
    await eventually(async () => {
      assert.match(await saidAt(uri, position), /slice\(value, start\[, length\]\).*gives/s);
    });
  });

  it("marks every mistake at its place, and puts each right that has one way to be", async () => {
    const { document, uri } = await open(
      configurationFile(),
      from('"join(\\" \\", lowr(tacc.firstName), tacc.lastNam)"'),
    );
    await eventually(async () => {
      const marks = ours(uri).map(({ range }) => document.getText(range));
      assert.deepEqual(marks, ["lowr", "tacc.lastNam"]);
    });
    await fix(document, "lowr", "Write lower");
    await eventually(async () => {
      const marks = ours(uri).map(({ range }) => document.getText(range));
      assert.deepEqual(marks, ["tacc.lastNam"]);
    });
  });

  it("marks an example that does not hold", async () => {
    const rule = `"lower(tacc.email)", "examples": [{ "person": { "tacc": { "email": "A@x" } }, "gives": "A@x" }]`;
    const { document, uri } = await open(configurationFile(), from(rule));
    await eventually(async () => {
      const [mark] = ours(uri);
      assert.equal(mark && document.getText(mark.range), '"A@x"');
      assert.match(mark?.message ?? "", /gives "a@x" for this person, not "A@x"/);
    });
  });
});
