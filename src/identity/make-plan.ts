import type { Account } from "./account.ts";
import { changeIdOf } from "./change-id.ts";
import { correlate } from "./correlation/correlate.ts";
import { canonicalJson, digestAccounts, digestText } from "./digest.ts";
import type { Reading } from "./directory.ts";
import { type Context, contextOf } from "./judging/context.ts";
import { ruleText } from "./judging/explanation.ts";
import { judge } from "./judging/judge.ts";
import type { PersonJudgement } from "./judging/person-judgement.ts";
import { planLeavers } from "./leavers/plan-leavers.ts";
import { exceededLimits } from "./limits.ts";
import { compareText } from "./order.ts";
import { unmetPinReports } from "./pin-reports.ts";
import {
  type Change,
  type Dispute,
  type NewLink,
  type Plan,
  type PlanSource,
  planVersion,
  type Report,
  type ValueChange,
  type Withheld,
} from "./plan.ts";
import type { Policy } from "./policy.ts";
import { suggestLinks } from "./similarity/suggest.ts";
import { type ChangeAction, changeActions, type Situation, situations } from "./situation.ts";
import { undoOf } from "./undo.ts";
import { readString } from "./values.ts";
import type { World } from "./world.ts";

/**
 * Makes the plan for a world: what to change so that the target agrees with its sources, and what not to change and why.
 * Pure: the same world and policy give the same bytes. Throws FilterError where a filter of the policy cannot be evaluated.
 */
export function makePlan(
  world: World,
  policy: Policy,
): { readonly plan: Plan; readonly judgements: readonly PersonJudgement[] } {
  const context = contextOf(world, policy);
  const correlation = correlate(context.world, policy);
  const judgements = judge(context, correlation);
  const ofTarget = judgements.flatMap((judgement) => changeOf(context, judgement));
  const leavers = planLeavers(context, correlation, policy.leavers, ofTarget);
  const changes = [...ofTarget, ...leavers.changes].toSorted(byOrderOfApplication);
  const body: Omit<Plan, "id"> = {
    version: planVersion,
    target: { connection: policy.target, url: world.target.url },
    policy: digestPolicy(policy),
    ...(world.snapshot && { snapshot: world.snapshot }),
    sources: [context.world.target, ...context.world.sources].map(sourceOf),
    situations: countSituations(judgements),
    changes,
    links: judgements.flatMap((judgement) => newLinkOf(judgement)).toSorted(byPerson),
    withheld: judgements.flatMap((judgement) => withheldOf(context, judgement)).toSorted(byPerson),
    reports: [
      ...judgements.flatMap((judgement) => reportOf(context, judgement)),
      ...unmetPinReports(context, judgements),
    ].toSorted(byPerson),
    disputes: judgements
      .flatMap((judgement) => disputeOf(context, judgement))
      .toSorted((a, b) => compareText(a.id, b.id)),
    suggestions: suggestLinks(judgements, policy),
    blocked: exceededLimits(changes, policy.limits, world.target.accounts.length),
    ...leavers.parts,
  };
  const { version, ...rest } = body;
  return { plan: { version, id: digestPlan(body), ...rest }, judgements: leavers.explained(judgements) };
}

/** The id that a plan's content, in the order in which it was written, gives it. A plan whose `id` differs was edited. */
export function digestPlan({ id: _id, ...body }: Omit<Plan, "id"> & { readonly id?: string }): string {
  return digestText(JSON.stringify(body));
}

/** Digest of a policy: a plan is only applied under the policy that it was made by. */
export function digestPolicy(policy: Policy): string {
  return digestText(canonicalJson(policy));
}

/** People of one name keep the order of their accounts, which is the same for the same world. */
function byPerson(a: { readonly person: string }, b: { readonly person: string }): number {
  return compareText(a.person, b.person);
}

function byOrderOfApplication(a: Change, b: Change): number {
  return (
    changeActions.indexOf(a.action) - changeActions.indexOf(b.action) ||
    compareText(a.person, b.person) ||
    compareText(a.id, b.id)
  );
}

function changeOf(context: Context, judgement: PersonJudgement): readonly Change[] {
  const action = changeActions.find((each) => each === judgement.action);
  if (!action) return [];
  const target = targetRef(context, judgement);
  const set = valueChanges(judgement);
  return [
    {
      id: changeIdOf({ action, target, set }),
      action,
      person: judgement.person,
      target,
      situation: judgement.situation,
      rule: `situations.${judgement.situation}`,
      why: [judgement.why, ...reasonsFor(judgement, action)].join(" "),
      set,
      links: linksMadeBy(action, judgement),
      requires: [],
      undo: undoOf({ action, set }, context.world.target.clears ?? []),
    },
  ];
}

/** Whoever is deactivated keeps the links to what is gone: an inactive account that was found instead does not take their place. */
function linksMadeBy(action: ChangeAction, { newLinks }: PersonJudgement): Change["links"] {
  return action === "deactivate" ? [] : newLinks;
}

function reasonsFor({ wanted }: PersonJudgement, action: ChangeAction): readonly string[] {
  if (action === "deactivate" || wanted.length === 0) return [];
  return [`${wanted.map(({ rule }) => rule).join("; ")}.`];
}

function targetRef({ policy }: Context, { targets }: PersonJudgement): Change["target"] {
  return { connection: policy.target, id: targets[0]?.id ?? null };
}

function valueChanges({ targets: [target], set }: PersonJudgement): Readonly<Record<string, ValueChange>> {
  return Object.fromEntries(
    Object.entries(set).map(([attribute, to]) => [attribute, { from: currentValue(target, attribute), to }]),
  );
}

function currentValue(
  target: PersonJudgement["targets"][number] | undefined,
  attribute: string,
): ValueChange["from"] {
  if (!target) return null;
  return attribute === "active" ? target.active : (readString(target, attribute) ?? null);
}

function newLinkOf({
  action,
  targets: [target],
  newLinks,
  situation,
  person,
}: PersonJudgement): readonly NewLink[] {
  if (action !== "none" || situation !== "found" || !target) return [];
  return [{ person, targetId: target.id, links: newLinks }];
}

function withheldOf(context: Context, judgement: PersonJudgement): readonly Withheld[] {
  const { person, situation, withheld, postponed, why } = judgement;
  if (!withheld || !postponed) return [];
  return [
    { person, target: targetRef(context, judgement), situation, action: postponed, reason: withheld, why },
  ];
}

function reportOf(context: Context, judgement: PersonJudgement): readonly Report[] {
  const { person, situation, action, withheld, disputed, why } = judgement;
  if (action !== "report" || withheld || disputed) return [];
  return [{ person, target: targetRef(context, judgement), situation, why }];
}

function disputeOf(context: Context, { action, disputed, why }: PersonJudgement): readonly Dispute[] {
  if (!disputed || action !== "report") return [];
  const candidates = [...disputed.targets, ...disputed.sources].map((account) => ({
    connection: account.connection,
    id: account.id,
    label: namesOf(account),
  }));
  const rule = disputed.rules.map((position) => ruleText(context, position)).join("; ");
  return [
    {
      id: digestText(canonicalJson(candidates.map(({ connection, id }) => [connection, id]))).slice(0, 16),
      why,
      rule,
      candidates,
    },
  ];
}

function namesOf({ displayName, userName, emails, id }: Account): string {
  const names = [displayName, userName, emails[0]].filter((name) => name);
  return [...new Set(names)].join(", ") || id;
}

function sourceOf({ connection, accounts, complete, notes }: Reading): PlanSource {
  return { connection, accounts: accounts.length, complete, digest: digestAccounts(accounts), notes };
}

function countSituations(judgements: readonly PersonJudgement[]): Plan["situations"] {
  const counts = new Map<Situation, number>();
  for (const { situation } of judgements) counts.set(situation, (counts.get(situation) ?? 0) + 1);
  return Object.fromEntries(
    situations.flatMap((each) => (counts.has(each) ? [[each, counts.get(each)]] : [])),
  );
}
