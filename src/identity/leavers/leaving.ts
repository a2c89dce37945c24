import { foldString } from "../../filter/fold.ts";
import { correlate } from "../correlation/correlate.ts";
import { type Context, contextOf } from "../judging/context.ts";
import { judgePerson } from "../judging/judge-person.ts";
import type { PersonJudgement } from "../judging/person-judgement.ts";
import { compareText } from "../order.ts";
import type { Correlation, Person } from "../person.ts";
import type { Policy } from "../policy.ts";
import type { World } from "../world.ts";
import type { LeaversPolicy, LeavingReason } from "./policy.ts";

/** An account of somebody who leaves: it was linked to them by an earlier run. */
export interface LeavingAccount {
  readonly connection: string;
  readonly id: string;
  readonly evidence: string;
}

/** Somebody who leaves. */
export interface Leaving {
  readonly person: Person;
  readonly judgement: PersonJudgement;
  readonly reason: LeavingReason;
  /** Why they count as leaving, in one sentence. */
  readonly why: string;
  readonly accounts: readonly LeavingAccount[];
}

/**
 * The people who leave and whose accounts elsewhere are known for certain: linked by an earlier run, and nobody else's. Nobody
 * leaves while any directory was not read to its end, and nobody who is protected, in dispute, or about to be woken.
 */
export function leavingIn(
  context: Context,
  correlation: Correlation,
  leavers: LeaversPolicy,
): readonly Leaving[] {
  if (context.incomplete.size > 0) return [];
  const contested = contestedAccounts(correlation, context.world.links);
  return correlation.persons
    .flatMap((person): readonly Leaving[] => {
      const accounts = linkedAccounts(person, leavers.from).filter(
        (account) => !contested.has(accountKey(account)) && !isHeld(context, person, account),
      );
      if (accounts.length === 0) return [];
      const judgement = judgePerson(context, person);
      const reason = reasonFor(person, judgement);
      if (reason === undefined || !leavers.when.includes(reason)) return [];
      return [{ person, judgement, reason, why: whyLeaving(context, person, reason), accounts }];
    })
    .toSorted((a, b) => compareText(a.judgement.person, b.judgement.person));
}

/** The accounts whose permissions have to be read before a plan can be made, by connection. None where nobody leaves. */
export function leaverCandidates(world: World, policy: Policy): ReadonlyMap<string, readonly string[]> {
  const { leavers } = policy;
  if (leavers === undefined) return new Map();
  const context = contextOf(world, policy);
  const accounts = new Map<string, string[]>();
  for (const { accounts: own } of leavingIn(context, correlate(context.world, policy), leavers))
    for (const { connection, id } of own) accounts.set(connection, [...(accounts.get(connection) ?? []), id]);
  return new Map([...accounts].map(([connection, ids]) => [connection, ids.toSorted(compareText)]));
}

/** Names an account whatever the case of its user name: Agave takes them without. */
export function accountKey({ connection, id }: { readonly connection: string; readonly id: string }): string {
  return JSON.stringify([connection, foldString(id)]);
}

function linkedAccounts({ members, lost }: Person, from: readonly string[]): readonly LeavingAccount[] {
  const known = members
    .filter((member) => member.known)
    .map(({ account: { connection, id }, evidence }) => ({ connection, id, evidence }));
  const gone = lost.map(({ connection, id, evidence }) => ({ connection, id, evidence }));
  return [...known, ...gone].filter(({ connection }) => from.includes(connection));
}

/** Accounts that could be somebody else's: in dispute, turned away, or linked to more than one person, whatever the case of their names. */
function contestedAccounts(
  { persons, disputed, alreadyLinked }: Correlation,
  links: World["links"],
): ReadonlySet<string> {
  const claims = new Map<string, Set<unknown>>();
  const claim = (
    account: { readonly connection: string; readonly id: string },
    ...by: readonly unknown[]
  ) => {
    const key = accountKey(account);
    const known = claims.get(key) ?? new Set();
    for (const each of by) known.add(each);
    claims.set(key, known);
  };
  for (const link of links) claim(link, link.targetId);
  for (const person of persons)
    for (const { account } of person.members) claim(account, person.target?.id ?? person);
  const unclear = [
    ...disputed.flatMap(({ sources }) => sources),
    ...alreadyLinked.map(({ account }) => account),
  ];
  for (const account of unclear) claim(account, ...alternatives);
  return new Set([...claims].filter(([, by]) => by.size > 1).map(([key]) => key));
}

/** The claims of an account that could be either of two people's. */
const alternatives = [Symbol("one"), Symbol("another")];

/** Whether the protect rule matches the account itself, read as a user of the target. */
function isHeld({ policy }: Context, { members }: Person, { connection, id }: LeavingAccount): boolean {
  const account = members.find(
    (member) => member.account.connection === connection && member.account.id === id,
  )?.account;
  const emails = account?.emails.map((value) => ({ value, type: "work" })) ?? [];
  return policy.isProtected({ userName: id, emails }) || policy.isProtected(account?.attributes ?? {});
}

function reasonFor({ target }: Person, { situation, action }: PersonJudgement): LeavingReason | undefined {
  if (target === undefined) return undefined;
  if (situation === "outOfScope") return "outOfScope";
  const gone = situation === "sourceMissing" || situation === "dormant";
  if (!gone) return undefined;
  const becomes = target.active ? action === "deactivate" : action !== "reactivate";
  return becomes ? "deactivated" : undefined;
}

function whyLeaving({ policy }: Context, { target }: Person, reason: LeavingReason): string {
  if (reason === "outOfScope") return "Not matched by the scope filter any more.";
  return target?.active
    ? `Is deactivated in ${policy.target} by this plan.`
    : `Deactivated in ${policy.target}.`;
}
