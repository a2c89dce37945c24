import type { Account } from "./account.ts";
import { changesOf, targetRef } from "./changes-of.ts";
import { correlate } from "./correlation/correlate.ts";
import { canonicalJson, digestAccounts, digestText } from "./digest.ts";
import type { Reading } from "./directory.ts";
import { driftsOf, newAgreementOf } from "./drifts-of.ts";
import { failedReports } from "./failed-reports.ts";
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
  type Withheld,
} from "./plan.ts";
import type { Policy } from "./policy.ts";
import { unmetProtectionReports } from "./protection.ts";
import { suggestLinks } from "./similarity/suggest.ts";
import { changeActions, type Situation, situations } from "./situation.ts";
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
  const ofTarget = judgements.flatMap((judgement) => changesOf(context, judgement));
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
    agreed: judgements
      .flatMap((judgement) => newAgreementOf(judgement))
      .toSorted((a, b) => compareText(a.targetId, b.targetId)),
    drifts: judgements.flatMap((judgement) => driftsOf(context, judgement)).toSorted(byPerson),
    withheld: judgements.flatMap((judgement) => withheldOf(context, judgement)).toSorted(byPerson),
    reports: [
      ...judgements.flatMap((judgement) => reportOf(context, judgement)),
      ...unmetPinReports(context, judgements),
      ...failedReports(context, judgements),
      ...unmetProtectionReports(context),
    ].toSorted(byPerson),
    disputes: judgements
      .flatMap((judgement) => disputeOf(context, judgement))
      .toSorted((a, b) => compareText(a.id, b.id)),
    suggestions: suggestLinks(judgements, policy),
    blocked: exceededLimits(changes, policy, {
      total: world.target.accounts.length,
      shown: world.target.accounts,
      hidden: world.hidden,
    }),
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

/** Links of accounts for which no change is certain to be made. */
function newLinkOf({
  action,
  set,
  targets: [target],
  newLinks,
  situation,
  person,
}: PersonJudgement): readonly NewLink[] {
  const isChanged = action !== "none" && (action !== "update" || Object.keys(set).length > 0);
  if (isChanged || situation !== "found" || !target) return [];
  return [{ person, targetId: target.id, links: newLinks }];
}

function withheldOf(context: Context, judgement: PersonJudgement): readonly Withheld[] {
  const { person, situation, withheld, postponed, grace, why } = judgement;
  if (!withheld || !postponed) return [];
  const target = targetRef(context, judgement);
  return [{ person, target, situation, action: postponed, reason: withheld, why, ...(grace && { grace }) }];
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
