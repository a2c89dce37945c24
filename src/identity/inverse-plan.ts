import { changeIdOf } from "./change-id.ts";
import { exceededLimits, type LimitedAccounts } from "./limits.ts";
import { digestPlan, digestPolicy } from "./make-plan.ts";
import { type Change, type Lasting, type Plan, planVersion, type ValueChange } from "./plan.ts";
import type { Policy } from "./policy.ts";
import { lastingAttributes, undoOf } from "./undo.ts";

/** A change that landed, and the account that it was made to: for a creation the one that it made, where that is known. */
export interface Landed {
  readonly change: Change;
  readonly account?: string;
}

export interface RunToUndo {
  readonly run: string;
  readonly plan: Plan;
  /** What succeeded, in the order in which it landed. */
  readonly landed: readonly Landed[];
  /** Ids of changes of earlier undos of this run that have landed: they are not made again. */
  readonly undone: ReadonlySet<string>;
  /** Attributes that the target lets be cleared. */
  readonly clears: readonly string[];
  /** The target's accounts as they were last seen. */
  readonly accounts: Pick<LimitedAccounts, "shown" | "hidden">;
}

/**
 * The plan that takes a run back: what succeeded, in inverse order, from what the run has set to what was there before. What
 * cannot be taken back is listed with the reason. It is made under the present policy, whose limits, scope and protection hold for it.
 */
export function inversePlan(
  { run, plan, landed, undone, clears, accounts }: RunToUndo,
  policy: Policy,
): Plan {
  const inverted = landed
    .toReversed()
    .map((each) => invert(each, run, clears))
    .filter(({ changes }) => changes.length === 0 || changes.some(({ id }) => !undone.has(id)));
  const changes = inverted
    .flatMap((each) => each.changes)
    .filter(({ id }) => !undone.has(id))
    .map((change) => ({ ...change, requires: change.requires.filter((id) => !undone.has(id)) }));
  const [target] = plan.sources;
  const body: Omit<Plan, "id"> = {
    version: planVersion,
    target: plan.target,
    policy: digestPolicy(policy),
    sources: plan.sources,
    situations: {},
    changes,
    links: [],
    agreed: [],
    drifts: [],
    withheld: [],
    reports: [],
    disputes: [],
    suggestions: [],
    blocked: exceededLimits(changes, policy, { total: target?.accounts ?? 0, ...accounts }),
    undoes: run,
    lasting: inverted.flatMap((each) => each.lasting ?? []),
  };
  const { version, ...rest } = body;
  return { version, id: digestPlan(body), ...rest };
}

interface Inverse {
  readonly changes: readonly Change[];
  readonly lasting?: Lasting;
}

function invert({ change, account }: Landed, run: string, clears: readonly string[]): Inverse {
  const lasting = (why: string): Inverse["lasting"] => {
    const { id, action, person, target } = change;
    return { change: id, action, person, target: { ...target, id: account ?? target.id }, why };
  };
  const id = account ?? change.target.id;
  if (id === null)
    return { changes: [], lasting: lasting("It is not known which account this change has made.") };
  const { possible, why } = change.undo ?? undoOf(change, clears);
  const rest = why === undefined ? {} : { lasting: lasting(why) };
  if (possible === "none") return { changes: [], ...rest };
  const made = (action: Change["action"], set: Change["set"], requires: readonly string[] = []): Change => {
    const target = { connection: change.target.connection, id };
    const { grant } = change;
    return {
      id: changeIdOf({ action, target, set, ...(grant && { grant }) }),
      action,
      person: change.person,
      target,
      situation: change.situation,
      rule: `undo ${run}`,
      why: `Takes back ${change.action} of run ${run}: ${change.why}`,
      set,
      links: [],
      ...(grant && { grant }),
      requires,
      undo: undoOf({ action, set }, clears),
    };
  };
  return { changes: inverses[change.action](change, restored(change, clears), made), ...rest };
}

type Make = (action: Change["action"], set: Change["set"], requires?: readonly string[]) => Change;

const activeAgain: Change["set"] = { active: { from: false, to: true } };
const inactiveAgain: Change["set"] = { active: { from: true, to: false } };

/** What takes each kind of change back. An account is given its old values before it is deactivated again, since hidden ones take none. */
const inverses: Readonly<
  Record<Change["action"], (change: Change, old: Change["set"], make: Make) => readonly Change[]>
> = {
  create: (_change, _old, make) => [make("deactivate", inactiveAgain)],
  reactivate: (_change, old, make) => {
    const { active: _active, ...values } = old;
    if (Object.keys(values).length === 0) return [make("deactivate", inactiveAgain)];
    const update = make("update", values);
    return [update, make("deactivate", inactiveAgain, [update.id])];
  },
  update: (_change, old, make) => [make("update", old)],
  deactivate: (_change, _old, make) => [make("reactivate", activeAgain)],
  grant: (_change, _old, make) => [make("revoke", {})],
  revoke: (_change, _old, make) => [make("grant", {})],
};

/** What a change has set, back to what was there: without what cannot be cleared again. */
function restored(change: Change, clears: readonly string[]): Readonly<Record<string, ValueChange>> {
  const lasting = lastingAttributes(change, clears);
  return Object.fromEntries(
    Object.entries(change.set).flatMap(([attribute, { from, to }]) =>
      lasting.includes(attribute) ? [] : [[attribute, { from: to, to: from }]],
    ),
  );
}
