import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { viewIdOf } from "../../../src/editor/identifiers.ts";
import { type ResourceViewName, resourceViewNames } from "../../../src/editor/resources/catalogue.ts";
import type { FailureSubject } from "../../../src/editor/tree/failure.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import { accessibleLabel } from "../../../src/editor/tree/node.ts";
import { describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import { configurationFile, eventually, items, read, run } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const platformOf: Readonly<Record<ResourceViewName, "odm" | "ubiops" | "agave" | "osparc">> = {
  users: "odm",
  serviceUsers: "ubiops",
  actors: "agave",
  apps: "agave",
  jobs: "agave",
  systems: "agave",
  services: "osparc",
};
/** The same items, which selection and expansion hang on. Items are not compared by content: what hangs on them has no end. */
function areSame(ones: readonly Handle[], others: readonly Handle[] | undefined): boolean {
  return ones.length === others?.length && ones.every((handle, index) => handle === others[index]);
}

const platforms = [...new Set(Object.values(platformOf))];

describe("every view", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const requests = () => sandbox().log().length;
  /** Without the looks at what is not finished, which come by themselves while a view is visible. */
  const asked = () =>
    sandbox()
      .log()
      .filter(({ path }) => !path.includes("id.in=")).length;
  const connection = async (view: ResourceViewName) =>
    (await items(host, viewIdOf(view)))[0] ?? assert.fail(`${view} shows no connection`);
  const list = async (view: ResourceViewName) => items(host, viewIdOf(view), await connection(view));
  const inEachView = (work: (view: ResourceViewName) => Promise<unknown>) =>
    Promise.all(resourceViewNames.map(work));
  const focus = async (view: ResourceViewName) => {
    await vscode.commands.executeCommand(`${viewIdOf(view)}.focus`);
    await eventually(async () => assert.ok(host.views.get(viewIdOf(view))?.view.visible));
  };

  onSandbox(async (started) => {
    host = started;
    const file = configurationFile();
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replaceAll(/("url": "[^"]*")/g, '$1, "timeoutSeconds": 1'));
    await host.configuration.reload();
    for (const view of resourceViewNames) await focus(view);
    await inEachView(async (view) => assert.ok((await list(view)).length > 0, view));
  });

  it(
    "names each item by a stable id of its own, an icon, and words that contain what is seen",
    async () => {
      const seen = new Set<string>();
      const walk = async (view: string, below: Handle | undefined, depth: number): Promise<void> => {
        for (const handle of (await items(host, view, below)).slice(0, 12)) {
          const { node } = handle;
          assert.ok(!seen.has(node.id), `${node.id} twice`);
          seen.add(node.id);
          assert.ok(node.icon, `${node.id} has no icon`);
          assert.match(node.noun, /^[a-z]\w*$/i);
          assert.ok(accessibleLabel(node).startsWith(node.label), node.id);
          if (node.subject?.kind === "failure") {
            // What belongs to others is refused by the platform, and nothing else goes wrong.
            const { problem } = node.subject as FailureSubject;
            assert.equal(problem.kind, "forbidden", `${node.id}: ${problem.message}`);
          }
          if (node.children !== undefined && depth > 0) await walk(view, handle, depth - 1);
        }
      };
      for (const view of resourceViewNames) await walk(viewIdOf(view), undefined, 3);
    },
    { timeoutMilliseconds: 180_000 },
  );

  it("reads a list again with one request, and one item of it with one", async () => {
    for (const view of resourceViewNames) {
      await focus(view);
      const before = asked();
      await run("refresh", await connection(view));
      assert.equal(asked() - before, 1, `${view}: the list`);
      const one = (await list(view)).find(({ node }) => node.subject?.kind === "resource");
      if (one === undefined) continue;
      await run("refresh", one);
      assert.equal(asked() - before, 2, `${view}: one item`);
    }
  });

  it("keeps its items, and so their selection and expansion, when it is read again", async () => {
    for (const view of resourceViewNames) {
      const before = await list(view);
      await run("refresh", await connection(view));
      assert.ok(areSame(await list(view), before), view);
    }
  });

  it("asks for nothing while it is not visible, and reads again when it is", async () => {
    await vscode.commands.executeCommand("workbench.view.explorer");
    await eventually(async () => assert.ok([...host.views.values()].every(({ view }) => !view.visible)));
    const before = requests();
    await run("refresh");
    assert.equal(requests(), before);
    await focus("users");
    await eventually(async () => assert.ok(requests() > before));
    for (const view of resourceViewNames) await focus(view);
  });

  const troubles = [
    { name: "does not answer", faults: { kind: "dropBefore" }, title: /cannot be reached/ },
    { name: "is slow", faults: { kind: "latency", ms: 3000 }, title: /did not answer in time/ },
    { name: "answers 401", faults: { kind: "unauthorised" }, title: /needs a sign-in|is unavailable/ },
    { name: "answers 403", faults: { kind: "forbidden" }, title: /does not allow this/ },
    { name: "answers 429", faults: { kind: "rateLimit", retryAfter: 3600 }, title: /asks to wait/ },
    { name: "answers 500", faults: { kind: "serverError" }, title: /is unavailable/ },
    { name: "answers nonsense", faults: { kind: "notJson" }, title: /cannot be read/ },
  ] as const;

  for (const { name, faults, title } of troubles)
    it(
      `says what happened and what to do where the server ${name}, keeps what it has, and recovers on Retry`,
      async () => {
        const before = new Map(
          await Promise.all(resourceViewNames.map(async (view) => [view, await list(view)] as const)),
        );
        sandbox().setFaults(platforms.map((platform) => ({ ...faults, platform })));
        await inEachView(async (view) => run("refresh", await connection(view)));
        const failures = await Promise.all(
          resourceViewNames.map(async (view) => {
            const [failure, ...kept] = await list(view);
            assert.ok(failure);
            const { problem } = failure.node.subject as FailureSubject;
            assert.match(failure.node.label, title, `${view}: ${read(failure)}`);
            assert.ok(problem.message.length > 0 && problem.advice, `${view} gives no advice`);
            assert.doesNotMatch(problem.message, /\n\s+at |undefined|\[object/);
            assert.ok(areSame(kept, before.get(view)), `${view} lost what it had`);
            return failure;
          }),
        );
        sandbox().setFaults([]);
        // A server's wish to be left alone for an hour is kept for as long as the session.
        await host.sessions.close();
        await Promise.all(failures.map((failure) => run("retry", failure)));
        await inEachView(async (view) => assert.ok(areSame(await list(view), before.get(view)), view));
      },
      { timeoutMilliseconds: 180_000 },
    );
});
