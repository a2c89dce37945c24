import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { makePlan } from "../../../src/identity/make-plan.ts";
import { digestWorld, snapshotOf, snapshotVersion } from "../../../src/identity/snapshot.ts";
import type { World } from "../../../src/identity/world.ts";
import { readSnapshot, writeSnapshot } from "../../../src/session/snapshot/file.ts";
import { agaveAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

const whole = { complete: true, notes: [] };
const ana = odmAccount({ id: "1", userName: "ana", displayName: "Annie", email: "ana@example.org" });
const world: World = {
  target: { connection: "odm", url: "https://odm.example", accounts: [ana], ...whole },
  sources: [
    { connection: "okeanos", accounts: [], ...whole },
    { connection: "tacc", accounts: [agaveAccount("ana", "ana@example.org", "Ana")], ...whole },
  ],
  hidden: [],
  links: [],
  missing: [],
  agreed: [{ targetId: "1", attribute: "displayName", value: "Ana", source: "Ana" }],
  now: "2026-01-01T00:00:00.000Z",
};

async function inFolder(work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  try {
    await work(join(folder, "it.snapshot.json"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a snapshot keeps what was agreed on, so that a plan from it tells the same of both sides", () =>
  inFolder(async (file) => {
    await writeSnapshot(file, snapshotOf(world));
    const read = await readSnapshot(file);
    assert.deepEqual(read.world.agreed, world.agreed);
    const { plan } = makePlan(read.world, policy);
    assert.equal(plan.changes[0]?.set.displayName?.origin, "targetDrifted");
  }));

test("a snapshot from before agreements were remembered is read as one that knows of none", () =>
  inFolder(async (file) => {
    const { agreed: _, ...old } = world;
    const digest = digestWorld(old as World);
    await writeFile(file, JSON.stringify({ version: snapshotVersion, takenAt: old.now, digest, world: old }));
    const read = await readSnapshot(file);
    assert.deepEqual(read.world.agreed, []);
    const { plan } = makePlan(read.world, policy);
    assert.deepEqual(plan.changes[0]?.set.displayName, { from: "Annie", to: "Ana" });
  }));
