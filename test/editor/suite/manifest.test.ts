import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { resourceViewOf } from "../../../src/editor/resources/catalogue.ts";
import { viewNames } from "../../../src/editor/view-names.ts";
import { describe, it } from "../harness/cases.ts";
import { extension, rollcall } from "./support/rollcall.ts";

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly restrictedConfigurations: string[];
    };
    readonly virtualWorkspaces: { readonly supported: unknown; readonly description: string };
  };
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly {
      command: string;
      title: string;
      category: string;
      icon?: string;
      enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when: string; group?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsWelcome: readonly { view: string; when: string; contents: string }[];
    readonly walkthroughs: readonly { steps: readonly { media: { markdown: string } }[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const manifest = (): Manifest => extension().packageJSON as Manifest;

/** The context keys of a clause: what stands left of its comparisons, or by itself. */
function keysOf(clause: string): readonly string[] {
  return clause
    .replaceAll(/=~ \/.*?\/(?= |$)/g, "")
    .split(/ && | \|\| /)
    .map((part) => part.trim().replace(/^!/, "").split(" "))
    .flatMap(([key = "", operator, set = ""]) => (operator === "in" ? [key, set] : [key]));
}

describe("the manifest", () => {
  it("declares the commands that are registered, and no others", async () => {
    await rollcall();
    const made = new RegExp(`^rollcall\\.(${viewNames.join("|")})\\.|^rollcall\\.rollcall`);
    const registered = (await vscode.commands.getCommands(true)).filter(
      (id) => id.startsWith("rollcall.") && !made.test(id),
    );
    const declared = manifest().contributes.commands.map(({ command }) => command);
    assert.deepEqual(registered.toSorted(), declared.toSorted());
  });

  it("gives every command the category Rollcall and a title in title case", () => {
    for (const { command, title, category } of manifest().contributes.commands) {
      assert.equal(category, "Rollcall", command);
      assert.match(
        title,
        /^([A-Z][\w-]*|as|for)( ([A-Z][\w-]*|as|for|from|of|and|the|in|to|with|curl))*…?$/,
        command,
      );
    }
  });

  it("gives every command an icon", () => {
    for (const { command, icon } of manifest().contributes.commands)
      assert.match(icon ?? "", /^\$\([a-z-]+\)$/, command);
  });

  it("has every command in the palette, at least where it can do something", () => {
    const { menus } = manifest().contributes;
    for (const { command, when } of menus.commandPalette ?? []) assert.notEqual(when, "false", command);
  });

  it("asks in clauses only for keys that Rollcall or the editor sets", () => {
    const { commands, menus, viewsWelcome } = manifest().contributes;
    const views = viewNames.filter((name) => name !== "reconciliation");
    const known = new Set([
      ...["view", "viewItem", "resource", "resourceScheme", "true", "false"],
      ...[
        "state",
        "reconciliation",
        "run",
        "planInHand",
        "sandboxRunning",
        "failedCalls",
        "answersWithSecrets",
      ].map((key) => `rollcall.${key}`),
      "rollcall.filtered.reconciliation",
      ...views.flatMap((view) => [`rollcall.connected.${view}`, `rollcall.filtered.${view}`]),
    ]);
    const clauses = [
      ...commands.map(({ enablement }) => enablement),
      ...Object.values(menus)
        .flat()
        .map(({ when }) => when),
      ...viewsWelcome.map(({ when }) => when),
    ].filter((clause) => clause !== undefined);
    for (const clause of clauses) for (const key of keysOf(clause)) assert.ok(known.has(key), clause);
  });

  it("refers in menus and welcome texts to commands that exist", async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const { menus, viewsWelcome } = manifest().contributes;
    for (const { command } of Object.values(menus).flat()) assert.ok(known.has(command), command);
    for (const { contents } of viewsWelcome)
      for (const [, command = ""] of contents.matchAll(/\(command:([\w.]+)\)/g))
        assert.ok(known.has(command), command);
  });

  it("has one welcome text for each state in which a view is empty", () => {
    const { views, viewsWelcome } = manifest().contributes;
    const states = ["noFolder", "restricted", "missing", "sandboxStopped", "broken"].map(
      (state) => `rollcall.state == ${state}`,
    );
    for (const { id } of Object.values(views).flat()) {
      const view = resourceViewOf(id);
      const unconnected =
        view === undefined
          ? "rollcall.state == noScim"
          : `rollcall.state =~ /^(ready|noScim)$/ && !rollcall.connected.${view}`;
      for (const state of [...states, unconnected]) {
        const texts = viewsWelcome.filter(({ view, when }) => view === id && when === state);
        assert.equal(texts.length, 1, `${id} where ${state}`);
      }
    }
  });

  it("declares Restricted Mode as limited and keeps the configuration's place out of it", () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest().capabilities;
    assert.equal(untrustedWorkspaces.supported, "limited");
    assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, ["rollcall.configurationFile"]);
    assert.equal(virtualWorkspaces.supported, false);
    assert.ok(virtualWorkspaces.description);
  });

  it("is never activated at start-up", () => {
    assert.deepEqual(manifest().activationEvents, [
      "workspaceContains:rollcall.jsonc",
      "onFileSystem:rollcall-edit",
      "onFileSystem:rollcall-files",
      "onFileSystem:rollcall-outputs",
    ]);
  });

  it("ships what it names", () => {
    const { icon, contributes } = manifest();
    const pages = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown));
    for (const path of [icon, ...pages]) assert.ok(existsSync(join(extension().extensionPath, path)), path);
  });
});
