import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../../../../src/editor/host.ts";
import type { Handle } from "../../../../src/editor/tree/handle.ts";
import type { ConfirmQuestion, InputQuestion, PickQuestion } from "../../../../src/editor/ui/ask.ts";

import { type Beside, besideRollcall, runningSandbox } from "./agave.ts";
import { answering, eventually, items, labelled, run } from "./rollcall.ts";
import { onSandbox } from "./sandbox.ts";
import type { ScriptedAsk } from "./scripted-ask.ts";

type Script = NonNullable<Parameters<typeof answering>[1]>;

const view = "rollcall.apps";

/** The sandbox's apps in their view, for the cases of the suite that calls this, and what these cases ask and do again and again. */
export function withApps() {
  let host: Host;
  let beside: Beside;
  let folder: string;

  const sandbox = () => runningSandbox(host);
  const tacc = async () => labelled(await items(host, view), "tacc");
  const apps = async () => items(host, view, await tacc());
  const app = async (name: string) => labelled(await apps(), name);
  const labels = (handles: readonly Handle[]) => handles.map(({ node }) => node.label);
  const names = async () => labels(await apps());
  const section = async (name: string, label: string) =>
    labelled(await items(host, view, await app(name)), label);
  const below = async (name: string, label: string) => items(host, view, await section(name, label));
  const refresh = async () => run("refresh", await tacc());
  const sent = (method: string, path = "/apps/v2") =>
    sandbox()
      .log()
      .filter((request) => request.method === method && request.path.startsWith(path));
  const selected = (name = view) =>
    eventually(async () => host.views.get(name)?.view.selection[0] ?? assert.fail("nothing is selected"));
  const job = async (name: string) => {
    const [connection] = await items(host, "rollcall.jobs");
    return labelled(await items(host, "rollcall.jobs", connection), name);
  };
  const question = ({ asked }: ScriptedAsk, id: string) =>
    (asked.find((each) => each.id === id) ?? assert.fail(`${id} was not asked`)) as ConfirmQuestion &
      PickQuestion &
      InputQuestion;
  const described = (changes: object = {}) => ({
    name: "tally",
    version: "1.0",
    label: "Tally",
    executionSystem: "imaging.vm",
    deploymentSystem: "imaging.storage",
    deploymentPath: "apps/tally-1.0",
    templatePath: "wrapper.sh",
    testPath: "test/test.sh",
    ...changes,
  });
  const fileWith = async (content: string) => {
    const path = join(folder, "app.json");
    await writeFile(path, content);
    return path;
  };
  const register = (path: string, ...rest: Script) =>
    answering(host, [{ id: "way", answer: "file" }, { id: "file", answer: path }, ...rest], async () =>
      run("registerApp", await tacc()),
    );

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    folder = await mkdtemp(join(tmpdir(), "rollcall-apps-"));
    await apps();
    return async () => {
      await rm(folder, { recursive: true, force: true });
    };
  });

  return {
    host: () => host,
    beside: () => beside,
    folder: () => folder,
    sandbox,
    tacc,
    apps,
    app,
    labels,
    names,
    section,
    below,
    refresh,
    sent,
    selected,
    job,
    question,
    described,
    fileWith,
    register,
  };
}
