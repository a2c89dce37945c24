import type { Owned } from "../access.ts";
import type { Context } from "../judging/context.ts";
import type { PersonJudgement } from "../judging/person-judgement.ts";
import { compareText } from "../order.ts";
import type { Correlation } from "../person.ts";
import type { Change, Plan } from "../plan.ts";
import { attributedTo } from "./attribution.ts";
import type { Leaver } from "./leaver.ts";
import { accountKey, type Leaving, leavingIn } from "./leaving.ts";
import type { LeaverList, LeaversPolicy } from "./policy.ts";
import { revocationsFor } from "./revocations.ts";

/** What a plan holds of those who leave. */
export interface PlannedLeavers {
  readonly changes: readonly Change[];
  /** Empty where the policy does not ask for it. */
  readonly parts: Pick<Plan, "leavers" | "access">;
  /** The judgements of those who lose a permission, saying so. */
  readonly explained: (judgements: readonly PersonJudgement[]) => readonly PersonJudgement[];
}

/** Plans what is withdrawn from those who leave, beside the `changes` of the target, and lists what is theirs. */
export function planLeavers(
  context: Context,
  correlation: Correlation,
  leavers: LeaversPolicy | undefined,
  changes: readonly Change[],
): PlannedLeavers {
  if (leavers === undefined) return { changes: [], parts: {}, explained: (judgements) => judgements };
  const { access = [] } = context.world;
  const leaving = leavingIn(context, correlation, leavers);
  const revocations = revocationsFor(leaving, access, leavers, changes);
  return {
    changes: revocations,
    parts: {
      leavers: leaving.map((leaver) => leaverOf(context, leaver, leavers.list)),
      access: access.map(({ connection, grants, complete, notes }) => ({
        connection,
        accounts: leaving.flatMap(({ accounts }) => accounts).filter((own) => own.connection === connection)
          .length,
        grants: grants.length,
        complete,
        notes,
      })),
    },
    explained: (judgements) => explain(judgements, leaving, revocations),
  };
}

function leaverOf(
  { world: { access = [], belongings = [] } }: Context,
  { person, judgement, why, accounts }: Leaving,
  lists: readonly LeaverList[],
): Leaver {
  const own = new Set(accounts.map(accountKey));
  const owned = access
    .flatMap((reading) => reading.owned)
    .filter(({ connection, account }) => own.has(accountKey({ connection, id: account })));
  return {
    person: judgement.person,
    why,
    accounts: accounts.map(({ connection, id }) => ({ connection, id })),
    owned: lists.includes("owned") ? owned.toSorted(byKindAndId) : [],
    serviceUsers: lists.includes("serviceUsers") ? attributedTo(person, "serviceUser", belongings) : [],
    services: lists.includes("services") ? attributedTo(person, "service", belongings) : [],
  };
}

function byKindAndId(a: Owned, b: Owned): number {
  return compareText(a.connection, b.connection) || compareText(a.kind, b.kind) || compareText(a.id, b.id);
}

/** Adds to each judgement what is withdrawn; who is of no concern otherwise, being deactivated already, is judged for it. */
function explain(
  judgements: readonly PersonJudgement[],
  leaving: readonly Leaving[],
  revocations: readonly Change[],
): readonly PersonJudgement[] {
  const losses = new Map<
    string,
    { readonly judgement: PersonJudgement; readonly texts: readonly string[] }
  >();
  for (const { judgement, person, accounts } of leaving) {
    const own = new Set(accounts.map(accountKey));
    const texts = revocations
      .filter(({ target }) => own.has(accountKey({ connection: target.connection, id: target.id ?? "" })))
      .map(
        ({ target, set }) => `revoke: ${Object.keys(set).join(", ")} of ${target.connection} ${target.id}`,
      );
    if (texts.length > 0 && person.target) losses.set(person.target.id, { judgement, texts });
  }
  if (losses.size === 0) return judgements;
  const judged = new Set<string>();
  const told = judgements.map((judgement) => {
    const id = judgement.targets.length === 1 ? judgement.targets[0]?.id : undefined;
    const loss = id === undefined ? undefined : losses.get(id);
    if (id === undefined || loss === undefined) return judgement;
    judged.add(id);
    return withSteps(judgement, loss.texts);
  });
  const others = [...losses]
    .filter(([id]) => !judged.has(id))
    .map(([, { judgement, texts }]) => withSteps({ ...judgement, action: "none", set: {} }, texts));
  return [...told, ...others];
}

function withSteps(judgement: PersonJudgement, texts: readonly string[]): PersonJudgement {
  const added = texts.map((text) => ({ step: "action" as const, text }));
  return { ...judgement, steps: [...judgement.steps, ...added] };
}
