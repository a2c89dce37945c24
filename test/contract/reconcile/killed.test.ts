import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Sandbox, sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { writesOf } from "./workshop.ts";

const cli = join(import.meta.dirname, "..", "..", "..", "dist", "cli.js");

/** Milliseconds that the sandbox takes for each request, so that a kill finds one under way. */
const slowness = 15;

/** How far the run has come when its process is killed: the share of its writes that ODM has received. */
const moments = [0, 0.05, 0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

for (const moment of moments) {
  test(`killed when ${moment * 100} % of the writes had been received, then resumed: every change landed exactly once`, async () => {
    const sandbox = await startSandbox({ users: 60, seed: Math.round(moment * 100) });
    const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
    try {
      await writeFile(join(folder, "rollcall.jsonc"), sampleConfiguration(sandbox.endpoints));
      const rollcall = (...words: readonly string[]) => start(folder, sandbox, words);
      assert.equal((await ended(rollcall("plan", "--out", "plan.json"))).code, 0);
      const planned = JSON.parse(await readFile(join(folder, "plan.json"), "utf8")).changes.length;
      sandbox.setFaults([{ kind: "latency", platform: "odm", ms: slowness }]);
      const applying = rollcall("apply", "plan.json", "--yes");
      const closed = once(applying, "close");
      await until(() => writesOf(sandbox).length >= moment * planned || applying.exitCode !== null);
      applying.kill("SIGKILL");
      await closed;
      sandbox.setFaults([]);

      const resumed = await ended(rollcall("resume", "--json"));
      if (moment === 0) {
        assert.match(resumed.stderr, /nothing to resume/);
        assert.equal((await ended(rollcall("apply", "plan.json", "--yes"))).code, 0);
      } else {
        const { state, succeeded, failed, skipped } = JSON.parse(resumed.stdout);
        assert.deepEqual(
          { state, succeeded, failed, skipped },
          { state: "done", succeeded: planned, failed: 0, skipped: 0 },
        );
      }

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
