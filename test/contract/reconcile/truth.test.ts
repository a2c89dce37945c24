import assert from "node:assert/strict";
import { test } from "node:test";
import type { Judgement } from "../../../src/identity/judgement.ts";
import type { TruthPerson } from "../../../src/sandbox/sandbox.ts";
import { openWorkshop } from "./workshop.ts";

const connections = { odm: "odm", astakos: "okeanos", agave: "tacc" } as const;

/**
 * How many worlds are tried, by the seeds from 1. All thousand:
 * `ROLLCALL_TRUTH_SEEDS=1000 node --test test/contract/reconcile/truth.test.ts`
 */
const seeds = Number(process.env.ROLLCALL_TRUTH_SEEDS ?? 120);

for (let seed = 1; seed <= seeds; seed++) {
  for (const dayOne of [true, false]) {
    test(`seed ${seed} ${dayOne ? "with a first day" : "without memory"}: every person is judged as the truth says, and nothing is left after applying`, async () => {
      await using workshop = await openWorkshop({ seed, users: 60, dayOne });
      const { sandbox, session } = workshop;
      const { plan, judgements } = await session.plan();
      const { people } = sandbox.truth();
      assert.equal(judgements.length, people.length, "nobody is judged whom the truth does not know");
      for (const person of people) {
        const expected = dayOne ? person : person.withoutMemory;
        const judgement = find(judgements, person);
        assert.ok(judgement, `${person.key} (${person.kind}) was overlooked`);
        const found = { situation: judgement.situation, action: judgement.action, set: flatten(judgement) };
        const { situation, action, set } = expected;
        assert.deepEqual(found, { situation, action, set }, `${person.key} (${person.kind})`);
      }
      const report = await session.apply(plan);
      assert.equal(report.state, "done");
      assert.equal(report.succeeded, plan.changes.length);
      assert.deepEqual((await session.check({ after: report.id })).plan.changes, []);
    });
  }
}

function find(judgements: readonly Judgement[], { accounts }: TruthPerson): Judgement | undefined {
  const wanted = new Set(
    (["odm", "astakos", "agave"] as const).flatMap((platform) =>
      accounts[platform].map((id) => `${connections[platform]} ${id}`),
    ),
  );
  return judgements.find(({ targets, sources }) =>
    [...targets, ...sources].some(({ connection, id }) => wanted.has(`${connection} ${id}`)),
  );
}

function flatten({ action, set }: Judgement): Record<string, unknown> {
  const values = Object.entries(set).map(([name, value]) => [
    name,
    typeof value === "object" && value !== null ? value.map((email) => email.value).join() : value,
  ]);
  return Object.fromEntries(values.filter(([name]) => action !== "create" || name !== "active"));
}
