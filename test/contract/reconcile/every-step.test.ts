import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import pLimit from "p-limit";
import type { Plan } from "../../../src/identity/plan.ts";
import { type ApplyPlace, applyPlan, type Decisions, resumeRun } from "../../../src/reconcile/apply.ts";
import { recall } from "../../../src/reconcile/recall.ts";
import type { RunReport } from "../../../src/reconcile/report.ts";
import { planUndo } from "../../../src/reconcile/undo.ts";
import type { LogEntry } from "../../../src/sandbox/sandbox.ts";
import { Killed, mortal } from "./mortal.ts";
import { prepare, type Scene } from "./scene.ts";

const prepared = await prepare();
after(() => prepared[Symbol.asyncDispose]());

/** What happens to the answers to writes; of `dropBefore` the write has not landed, of `dropAfter` it has. */
const losses = {
  "no answer is lost": undefined,
  "answers are lost before the write": "dropBefore",
  "answers are lost after the write": "dropAfter",
} as const;
type Loss = (typeof losses)[keyof typeof losses];

interface Work {
  readonly plan: Plan;
  readonly decisions: Decisions;
}

type Begin = (scene: Scene) => Work | Promise<Work>;

/** What is applied: between them, both hold every action. */
const works: Readonly<Record<string, Begin>> = {
  "a run": ({ sandbox }) => ({
    plan: prepared.planAt(sandbox.endpoints.odm.url),
    decisions: { without: prepared.without },
  }),
  "the undo of a run": async ({ sandbox, place }) => {
    const plan = prepared.planAt(sandbox.endpoints.odm.url);
    const { id, succeeded } = await applyPlan(place, plan, { without: prepared.without });
    assert.equal(succeeded, plan.changes.length - prepared.without.size);
    return { plan: planUndo(place, id), decisions: {} };
  },
};
const actions: Readonly<Record<string, readonly string[]>> = {
  "a run": ["create", "deactivate", "reactivate", "revoke", "update"],
  "the undo of a run": ["deactivate", "grant", "reactivate", "update"],
};

/** All that is left when a plan was applied, on the platforms and in the ledger. */
interface End {
  readonly users: readonly unknown[];
  readonly permissions: unknown;
  readonly links: readonly unknown[];
  readonly hidden: readonly string[];
  /** The writes that have landed. */
  readonly landed: readonly string[];
}

/** Worlds that are under way at once: most of their time they wait after a lost answer. */
const limit = pLimit(40);

describe("killed and resumed", { concurrency: true }, () => {
  for (const [what, begin] of Object.entries(works)) tellOf(what, begin);
});

function tellOf(what: string, begin: Begin): void {
  const expected = limit(() => lived(begin, undefined, []));

  describe(what, { concurrency: true }, () => {
    it("changes what the plan holds, and nothing else", async () => {
      const { work, end } = await expected;
      const made = work.plan.changes.filter(({ id }) => !work.decisions.without?.has(id));
      assert.deepEqual([...new Set(made.map(({ action }) => action))].toSorted(), actions[what]);
      assert.equal(end.landed.length, made.length);
    });

    for (const [loss, kind] of Object.entries(losses)) {
      it(`ends as an undisturbed one, with every write once, where it is killed after any of its steps and resumed while ${loss}`, async () => {
        const undisturbed = await limit(() => lived(begin, kind, [Number.POSITIVE_INFINITY]));
        assert.deepEqual(undisturbed.end, (await expected).end);
        assert.ok(undisturbed.taken.length >= 20);
        await Promise.all(
          Array.from({ length: undisturbed.taken.length + 1 }, (_, last) =>
            limit(async () => {
              const { end } = await lived(begin, kind, [last]);
              const step = `killed after step ${last}, ${undisturbed.taken[last - 1]}`;
              assert.deepEqual(end, undisturbed.end, step);
            }),
          ),
        );
      });

      it(`ends as an undisturbed one where it is killed again and again while ${loss}`, async () => {
        const { end } = await limit(() => lived(begin, kind, Array<number>(20).fill(7)));
        assert.deepEqual(end, (await expected).end);
      });
    }
  });
}

/**
 * Applies a plan in processes of which each ends after so many steps, and then to its end. Asserts that the reports tell of everything,
 * and that no write was sent that the plan does not hold.
 */
async function lived(
  begin: Begin,
  loss: Loss,
  lives: readonly number[],
): Promise<{ readonly work: Work; readonly end: End; readonly taken: readonly string[] }> {
  await using scene = await prepared.open();
  const { sandbox, place } = scene;
  const work = await begin(scene);
  const earlier = scene.writes().length;
  sandbox.setFaults(loss === undefined ? [] : faultsOf(loss));
  let taken: readonly string[] = [];
  let report: RunReport | undefined;
  for (const [nth, steps] of lives.entries()) {
    const life = mortal({ ...place, now: () => later(nth) }, steps);
    taken = life.taken;
    report = await goOn(life.place, work).catch((error: unknown) => {
      assert.ok(error instanceof Killed, String(error));
      return undefined;
    });
    if (report) break;
  }
  const { succeeded, changes } = report ?? (await goOn({ ...place, now: () => later(lives.length) }, work));
  assert.equal(changes, work.plan.changes.length - (work.decisions.without?.size ?? 0));
  assert.equal(succeeded, changes);
  assert.ok(place.ledger.audit.verify().intact);
  const writes = scene.writes().slice(earlier);
  const lost = writes.filter(({ status }) => status === null);
  assert.equal(lost.length, loss === undefined ? 0 : changes);
  const landed = writes.filter(({ status }) => (status === null ? loss === "dropAfter" : status < 300));
  assert.deepEqual(new Set(writes.map(keyOf)), new Set(landed.map(keyOf)));
  return { work, taken, end: { ...(await endOf(scene)), landed: landed.map(keyOf).toSorted() } };
}

/** Does what somebody does who finds the process gone: resumes, or applies where it had not begun. */
async function goOn(place: ApplyPlace, { plan, decisions }: Work): Promise<RunReport> {
  const { journal } = place.ledger;
  const run = journal.runs().find(({ planId }) => planId === plan.id);
  if (!run) return applyPlan(place, plan, decisions);
  if (run.state !== "done") return resumeRun(place);
  await assert.rejects(async () => resumeRun(place), { reason: "nothingToResume" });
  await assert.rejects(async () => applyPlan(place, plan, decisions), { reason: "applied" });
  return recall(journal, run.id);
}

/** The time in the nth life: so late that whatever was under way in the one before has landed, and need not be waited for. */
function later(nth: number): Date {
  return new Date(Date.now() + nth * 10_000);
}

/** Of each change the first answer is lost. One that is lost before the write is followed by a second attempt. */
function faultsOf(kind: NonNullable<Loss>): readonly unknown[] {
  const places = ["POST", "PATCH", "DELETE"].flatMap((method) => [
    { kind, platform: "odm", method },
    { kind, platform: "agave", path: "/actors", method },
  ]);
  if (kind === "dropAfter") return places;
  return places.flatMap((each) => [
    { ...each, times: 1 },
    { ...each, after: 1, every: 2 },
  ]);
}

function keyOf({ platform, method, path, body }: LogEntry): string {
  return `${platform} ${method} ${path} ${JSON.stringify(body)}`;
}

async function endOf({ sandbox, place, permissions }: Scene): Promise<Omit<End, "landed">> {
  sandbox.setFaults([]);
  const { memory } = place.ledger;
  return {
    users: sandbox.state().odm.users.map(({ created: _created, lastModified: _modified, ...user }) => user),
    permissions: await permissions(),
    links: memory.links("odm").map(({ evidence: _evidence, ...link }) => link),
    hidden: memory
      .hiddenAccounts("odm")
      .map(({ id }) => id)
      .toSorted(),
  };
}
