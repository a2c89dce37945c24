import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { viewIdOf } from "../../../src/editor/identifiers.ts";
import { type ResourceViewName, resourceViewNames } from "../../../src/editor/resources/catalogue.ts";
import { connectionsOf } from "../../../src/editor/resources/nodes.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import { type ContextValues, holds } from "./support/clauses.ts";
import { answering, extension, items, rollcall, run, withoutConfiguration } from "./support/rollcall.ts";
import { NoAnswers } from "./support/scripted-ask.ts";

interface Contributes {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly enablement?: string;
  }[];
  readonly menus: {
    readonly commandPalette: readonly { readonly command: string; readonly when?: string }[];
  };
}

/** What is not run here, and why. */
const apart: Readonly<Record<string, string>> = {
  "rollcall.stopSandbox": "ends the sandbox that the others need",
};

/** What the palette never offers here, and when it does. */
const elsewhere: Readonly<Record<string, string>> = {
  "rollcall.startSandbox": "while no sandbox runs",
  "rollcall.resume": "after a run was interrupted",
  "rollcall.pauseRun": "while a run goes on",
  "rollcall.continueRun": "while a run is paused",
  "rollcall.applyOverLimit": "while the plan in hand is over a limit",
  "rollcall.retryOperation": "in the document of a call that failed",
  "rollcall.changeOperation": "in the document of a call",
  "rollcall.copyAnswerSecret": "in the document of an answer with a secret",
  "rollcall.handInDraft": "in a draft",
  "rollcall.giveUpDraft": "in a draft",
};

const contributes = (): Contributes => extension().packageJSON.contributes;
/** Signing in, and Astakos' way to look accounts up. */
const noWrites = /\/(token|clients|user_catalogs)\b/;
const longest = 20_000;

describe("every command that the palette offers", () => {
  let host: Host;
  /** How often items of the views were shown anew. */
  let shownAnew = 0;
  const tried = new Set<string>();
  const following: vscode.Disposable[] = [];

  const sandbox = () => runningSandbox(host);
  const writes = () =>
    sandbox()
      .log()
      .filter(({ method, path }) => /^(POST|PUT|PATCH|DELETE)$/.test(method) && !noWrites.test(path))
      .map(({ method, path }) => `${method} ${path}`);

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    for (const view of resourceViewNames) {
      const [connection] = await items(host, viewIdOf(view));
      assert.ok((await items(host, viewIdOf(view), connection)).length > 0, view);
    }
    for (const { tree } of host.views.values())
      following.push(tree.onDidChangeTreeData(() => void shownAnew++));
  });

  after(async () => {
    for (const each of following) each.dispose();
    await run("stopSandbox");
    await withoutConfiguration(host);
  });

  it(
    "asks for what it needs, or does something that can be noticed, where it is run on nothing",
    async () => {
      assert.deepEqual(await complaints(), []);
    },
    { timeoutMilliseconds: 300_000 },
  );

  it("does so where the views are filtered, too", async () => {
    for (const view of resourceViewNames) await filter(view);
    const answer = ({ placeholder }: { readonly placeholder: string }) => placeholder;
    await answering(host, [{ id: "filterPlan", answer }], () => run("filterPlan"));
    assert.deepEqual(await complaints(), []);
  });

  it("has been run by then, but for those that belong elsewhere", () => {
    const left = contributes()
      .commands.map(({ command }) => command)
      .filter((id) => !tried.has(id));
    assert.deepEqual(left.toSorted(), Object.keys({ ...apart, ...elsewhere }).toSorted());
  });

  /** Runs what the palette offers and has not been run yet, until there is nothing left. Answers what was wrong with it. */
  async function complaints(): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (let id = await next(); id !== undefined; id = await next()) {
      tried.add(id);
      const command = id;
      wrong.push(...(await complaintsOf(command)).map((complaint) => `${command} ${complaint}`));
    }
    return wrong;
  }

  async function next(): Promise<string | undefined> {
    const { commands, menus } = contributes();
    const values = await contextOf(host);
    const isOffered = ({ command, enablement }: Contributes["commands"][number]) =>
      holds(enablement, values) &&
      menus.commandPalette.every((entry) => entry.command !== command || holds(entry.when, values));
    return commands.find((each) => !tried.has(each.command) && !(each.command in apart) && isOffered(each))
      ?.command;
  }

  async function complaintsOf(id: string): Promise<readonly string[]> {
    const writesBefore = writes().length;
    const askBefore = host.ask;
    const ask = new NoAnswers();
    host.ask = ask;
    await vscode.env.clipboard.writeText("nothing was copied");
    const before = await noticeable();
    const wrong: string[] = [];
    try {
      await Promise.race([
        vscode.commands.executeCommand(id),
        sleep(longest, undefined, { ref: false }).then(() => wrong.push("does not come to its end")),
      ]);
      for (let wait = 0; wait < 20 && ask.asked.length === 0 && (await noticeable()) === before; wait++)
        await sleep(100);
      if (ask.asked.length === 0 && (await noticeable()) === before) wrong.push("does nothing");
    } catch (error) {
      wrong.push(`rejects with ${error}`);
    } finally {
      host.ask = askBefore;
    }
    const title = contributes()
      .commands.find(({ command }) => command === id)
      ?.title.replace("…", "");
    for (const question of ask.asked) {
      const text = "message" in question ? question.message : question.title;
      if (question.id === "problem") wrong.push(`fails: ${text}`);
      if ("title" in question && question.title !== title) wrong.push(`has a question titled ${text}`);
      if (/undefined|\[object|\bnull\b/.test(text)) wrong.push(`says: ${text}`);
    }
    return [
      ...wrong,
      ...writes()
        .slice(writesBefore)
        .map((write) => `writes: ${write}`),
    ];
  }

  /** What a person can notice besides questions and messages. */
  async function noticeable(): Promise<string> {
    const { tabGroups, visibleTextEditors } = vscode.window;
    return JSON.stringify([
      shownAnew,
      await vscode.env.clipboard.readText(),
      tabGroups.all.map(({ tabs }) => tabs.map(({ label, isActive }) => [label, isActive])),
      visibleTextEditors.map(({ document }) => String(document.uri)),
      [...host.views.values()].map(({ view }) => view.visible),
    ]);
  }

  /** Puts the filter on a view that its own question gives as an example. */
  async function filter(view: ResourceViewName): Promise<void> {
    const answer = ({ placeholder }: { readonly placeholder: string }) => placeholder;
    const command = `filter${view[0]?.toUpperCase()}${view.slice(1)}`;
    await answering(host, [{ id: "filter", answer }], () => run(command));
  }
});

/** The values of the context keys that the clauses of commands ask for, no document of Rollcall being in front. */
async function contextOf(host: Host): Promise<ContextValues> {
  const views = await Promise.all(
    resourceViewNames.map(async (view) => [
      [`rollcall.connected.${view}`, (await connectionsOf(host, view)).length > 0] as const,
      [`rollcall.filtered.${view}`, host.resources[view].filter !== undefined] as const,
    ]),
  );
  const isPlanned = (host.reconciliation.inHand?.planning.plan.changes.length ?? 0) > 0;
  return {
    ...Object.fromEntries(views.flat()),
    "rollcall.state": (await host.configuration.state()).kind,
    "rollcall.sandboxRunning": host.sandbox.running !== undefined,
    "rollcall.planInHand": isPlanned,
    "rollcall.filtered.reconciliation": host.reconciliation.inHand?.filtered !== undefined,
    "rollcall.reconciliation": isPlanned ? "plan" : "fresh",
  };
}
