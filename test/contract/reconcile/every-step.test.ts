import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { isWritable } from "../../../src/identity/directory.ts";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import { changeActions } from "../../../src/identity/situation.ts";
import { type Ledger, openLedger } from "../../../src/ledger/ledger.ts";
import { type ApplyPlace, applyPlan, resumeRun } from "../../../src/reconcile/apply.ts";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import type { Session } from "../../../src/session/types.ts";
import { openWorkshop, type Workshop, writesOf } from "./workshop.ts";

/** Where a process ends: right before or right after one of its writes to the journal. */
interface Death {
  readonly step: number;
  readonly side: "before" | "after";
}

/** What happens to answers meanwhile; of `dropBefore` the write has not landed, of `dropAfter` it has. */
const answers = {
  "no answer is lost": [],
  "answers are lost before the write": ["dropBefore"],
  "answers are lost after the write": ["dropAfter"],
} as const;

const chosen = new Set<Change["action"]>(["create", "reactivate", "update", "deactivate"]);
/** The run's begin and end, and intent and outcome of each change. */
const steps = 2 + 2 * chosen.size;

for (const [what, kinds] of Object.entries(answers)) {
  test(`killed before and after every write to the journal while ${what}: a resume ends as an undisturbed run, every write once`, async () => {
    const expected = await stateAfter(undefined, kinds);
    for (let step = 0; step < steps; step++) {
      for (const side of ["before", "after"] as const) {
        assert.deepEqual(await stateAfter({ step, side }, kinds), expected, `killed ${side} step ${step}`);
      }
    }
  });
}

/** The users of ODM after a run that was killed and resumed. Asserts that no write was processed twice, by the sandbox's log. */
async function stateAfter(death: Death | undefined, kinds: readonly string[]): Promise<readonly unknown[]> {
  await using workshop = await openWorkshop({ users: 1, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const without = allButOneOfEach(plan);
  const planned = plan.changes.length - without.size;
  assert.equal(planned, chosen.size);
  const earlier = writesOf(sandbox).length;
  sandbox.setFaults(
    kinds.flatMap((kind) =>
      ["PATCH", "POST", "DELETE"].map((method) => ({ kind, times: 1, platform: "odm", method })),
    ),
  );
  const ended = death === undefined ? "done" : await killed(workshop, plan, without, death);
  const ledger = openLedger(join(workshop.folder, "ledger.db"));
  try {
    const place = placeOf(session, ledger, later);
    const begun = ledger.journal.runs().some(({ planId }) => planId === plan.id);
    const report =
      death === undefined || !begun
        ? await applyPlan(place, plan, { without })
        : await resumeRun(place).catch((error: unknown) => {
            assert.ok(
              error instanceof RefusedPlan && error.reason === "nothingToResume" && ended === "killed",
            );
            return undefined;
          });
    assert.equal(report?.succeeded ?? planned, planned);
    assert.ok(ledger.audit.verify().intact);
  } finally {
    ledger.close();
  }
  assertOnce(sandbox, earlier, kinds.includes("dropAfter"));
  return sandbox
    .state()
    .odm.users.map(({ id: _id, created: _created, lastModified: _modified, ...user }) => user)
    .toSorted((a, b) => a.email.localeCompare(b.email));
}

async function killed(
  { session, folder }: Workshop,
  plan: Plan,
  without: ReadonlySet<string>,
  death: Death,
): Promise<"killed"> {
  const ledger = openLedger(join(folder, "ledger.db"));
  try {
    const place = placeOf(session, dying(ledger, death), () => new Date());
    await assert.rejects(async () => applyPlan(place, plan, { without }), Killed);
    return "killed";
  } finally {
    ledger.close();
  }
}

class Killed extends Error {}

/** A ledger of a process that ends at one of its writes to the journal: from then on nothing more is written. */
function dying(ledger: Ledger, { step, side }: Death): Ledger {
  let written = 0;
  let dead = false;
  const mortal = <T extends object>(part: T, counted: ReadonlySet<string>): T =>
    new Proxy(part, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (dead) throw new Killed();
          const here = counted.has(String(name)) && written++ === step;
          dead = here;
          if (here && side === "before") throw new Killed();
          const result = Reflect.apply(value, target, args);
          if (here) throw new Killed();
          return result;
        };
      },
    });
  return {
    ...ledger,
    memory: mortal(ledger.memory, new Set()),
    journal: mortal(ledger.journal, new Set(["begin", "write", "end"])),
  };
}

function placeOf(session: Session, ledger: Ledger, now: () => Date): ApplyPlace {
  const target = session.directory("odm");
  const { policy } = session.configuration;
  assert.ok(policy && isWritable(target));
  return { policy, target, ledger, now };
}

/** Late enough that whatever was under way has landed, so that a resume need not wait for it. */
function later(): Date {
  return new Date(Date.now() + 10_000);
}

function allButOneOfEach(plan: Plan): ReadonlySet<string> {
  const kept = changeActions.flatMap((action) => {
    const first = plan.changes.find((change) => chosen.has(action) && change.action === action);
    return first ? [first.id] : [];
  });
  return new Set(plan.changes.flatMap(({ id }) => (kept.includes(id) ? [] : [id])));
}

function assertOnce(sandbox: Sandbox, earlier: number, lostOnesLanded: boolean): void {
  const landed = writesOf(sandbox)
    .slice(earlier)
    .filter(({ status }) => (status === null ? lostOnesLanded : status < 300))
    .map(({ method, path, body }) => (method === "POST" ? JSON.stringify(body) : `${method} ${path}`));
  assert.equal(new Set(landed).size, chosen.size);
  assert.deepEqual(
    landed.filter((key, index) => landed.indexOf(key) !== index),
    [],
  );
}
