import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ledgerFileFor } from "../../../src/ledger/location.ts";
import { rollcall, start } from "../cli/command.ts";
import { openWorkshop, type Workshop, writesOf } from "./workshop.ts";

/** Milliseconds that the sandbox takes for each request, so that a kill finds one under way. */
const slowness = 15;

/** How far the run has come when its process is killed: the share of its writes that ODM has received. Every third answer may be lost. */
const deaths = [
  { moment: 0 },
  { moment: 0.05 },
  { moment: 0.4 },
  { moment: 0.9 },
  { moment: 0.1, loss: "dropBefore" },
  { moment: 0.6, loss: "dropBefore" },
  { moment: 0.1, loss: "dropAfter" },
  { moment: 0.6, loss: "dropAfter" },
] as const;

describe("a process that applies and is killed, then resumed", { concurrency: 3 }, () => {
  for (const { moment, loss } of deaths.map((death) => ({ loss: undefined, ...death }))) {
    const meanwhile = loss === undefined ? "" : ` and answers were lost by ${loss}`;
    it(`makes every change exactly once where it was killed when ${moment * 100} % of the writes had been received${meanwhile}`, async () => {
      await using workshop = await openWorkshop({ users: 60, seed: Math.round(moment * 100), ledgerFile });
      const { sandbox, session } = workshop;
      const { plan } = await session.plan();
      await writeFile(join(workshop.folder, "plan.json"), JSON.stringify(plan));
      const losses = ["POST", "PATCH", "DELETE"].flatMap((method) =>
        loss === undefined ? [] : [{ kind: loss, platform: "odm", method, every: 3 }],
      );
      sandbox.setFaults([{ kind: "latency", platform: "odm", ms: slowness }, ...losses]);
      const applying = start(["apply", "plan.json", "--yes"], await optionsFor(workshop));
      await killedWhen(applying, () => writesOf(sandbox).length >= moment * plan.changes.length);

      sandbox.setFaults(losses);
      const resumed = await rollcall(["resume", "--json"], await optionsFor(workshop));
      if (moment === 0) {
        assert.match(resumed.stderr, /nothing to resume/);
        await session.apply(plan);
      } else {
        const { state, succeeded, failed, skipped } = JSON.parse(resumed.stdout);
        assert.deepEqual(
          { state, succeeded, failed, skipped },
          { state: "done", succeeded: plan.changes.length, failed: 0, skipped: 0 },
        );
      }

      const writes = writesOf(sandbox);
      if (loss !== undefined) assert.ok(writes.some(({ status }) => status === null));
      const landed = writes
        .filter(({ status }) => (status === null ? loss === "dropAfter" : status < 300))
        .map(({ method, path, body }) => (method === "POST" ? JSON.stringify(body) : `${method} ${path}`));
      assert.equal(new Set(landed).size, plan.changes.length);
      assert.deepEqual(
        landed.filter((key, index) => landed.indexOf(key) !== index),
        [],
      );
      sandbox.setFaults([]);
      assert.deepEqual((await session.check({ after: session.report().report.id })).plan.changes, []);
    });
  }
});

/** The ledger that the command takes for the configuration of a folder. */
async function ledgerFile(folder: string): Promise<string> {
  const configuration = join(await realpath(folder), "rollcall.jsonc");
  return ledgerFileFor(configuration, { XDG_STATE_HOME: join(folder, "state") });
}

async function optionsFor({ folder, sandbox }: Pick<Workshop, "folder" | "sandbox">) {
  const { odm, astakos, agave } = sandbox.endpoints;
  return {
    folder: await realpath(folder),
    environment: {
      XDG_STATE_HOME: join(folder, "state"),
      ROLLCALL_TOKEN_ODM: odm.token,
      ROLLCALL_TOKEN_OKEANOS: astakos.serviceToken,
      ROLLCALL_TOKEN_TACC: agave.token,
    },
  };
}

/** Kills a process, without a chance to tidy up, once something is so. */
async function killedWhen(child: ChildProcess, isSo: () => boolean): Promise<void> {
  const closed = once(child, "close");
  while (!isSo() && child.exitCode === null) await sleep(1);
  child.kill("SIGKILL");
  await closed;
}
