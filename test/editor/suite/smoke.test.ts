import assert from "node:assert/strict";
import * as vscode from "vscode";
import { describe, it } from "../harness/cases.ts";

describe("the editor", () => {
  it("is a VS Code with an open workspace", () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });

  it("knows the extension", () => {
    assert.ok(vscode.extensions.getExtension("rollcall.rollcall"));
  });
});
