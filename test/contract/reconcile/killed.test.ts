import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Sandbox, sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { writesOf } from "./workshop.ts";

const cli = join(import.meta.dirname, "..", "..", "..", "dist", "cli.js");

/** Milliseconds that the sandbox takes for each request, so that a kill finds one under way. */
const slowness = 15;

/** After how many writes that ODM has received the process is killed: 0 is before the first. */
const moments = [0, 1, 2, 3, 5, 8, 11, 14, 17, 19];

for (const moment of moments) {
  test(`killed when ODM had received ${moment} writes, then resumed: every change landed exactly once`, async () => {
    const sandbox = await startSandbox({ users: 60, seed: moment + 1 });
    const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
    try {
      await writeFile(join(folder, "rollcall.jsonc"), sampleConfiguration(sandbox.endpoints));
      const rollcall = (...words: readonly string[]) => start(folder, sandbox, words);
      assert.equal((await ended(rollcall("plan", "--out", "plan.json"))).code, 0);
      sandbox.setFaults([{ kind: "latency", platform: "odm", ms: slowness }]);
      const applying = rollcall("apply", "plan.json", "--yes");
      const closed = once(applying, "close");
      await until(() => writesOf(sandbox).length >= moment || applying.exitCode !== null);
      applying.kill("SIGKILL");
      await closed;
      sandbox.setFaults([]);

      const resumed = await ended(rollcall("resume", "--json"));
      const run = resumed.code === 2 ? undefined : JSON.parse(resumed.stdout);
      if (!run) assert.equal((await ended(rollcall("apply", "plan.json", "--yes"))).code, 0, resumed.stderr);
      else assert.deepEqual([run.state, run.failed, run.skipped], ["done", 0, 0], resumed.stdout);

      const landed = writesOf(sandbox).filter(({ status }) => status !== null && status < 300);
      const keys = landed.map(({ method, path, body }) =>
        method === "POST" ? JSON.stringify(body) : `${method} ${path}`,
      );
      assert.deepEqual(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        [],
      );
      assert.equal((await ended(rollcall("check"))).code, 0);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

function start(folder: string, { endpoints }: Sandbox, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...words], {
    cwd: folder,
    env: {
      ...process.env,
      XDG_STATE_HOME: join(folder, "state"),
      ROLLCALL_TOKEN_ODM: endpoints.odm.token,
      ROLLCALL_TOKEN_OKEANOS: endpoints.astakos.serviceToken,
      ROLLCALL_TOKEN_TACC: endpoints.agave.token,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ended(
  child: ChildProcess,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (text) => {
    stdout += text;
  });
  child.stderr?.on("data", (text) => {
    stderr += text;
  });
  const [code] = await once(child, "close");
  return { code: Number(code), stdout, stderr };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(1);
}
