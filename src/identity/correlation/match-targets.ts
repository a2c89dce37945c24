import type { MatchRule } from "../policy.ts";
import { normaliseKey, readStrings } from "../values.ts";
import { type Board, dispute, isFree, join, type Slot, type Stray, turnAway } from "./board.ts";

/**
 * Finds the target account of every free source account, rule by rule; the first rule that finds any candidate decides.
 * Within a rule the earlier tier of target accounts is looked at first. One account on each side is a match. More than one
 * on either side is a dispute. A candidate that has another account of the same source turns the account away.
 */
export function matchTargets(
  board: Board,
  tiers: readonly (readonly Slot[])[],
  rules: readonly MatchRule[],
): void {
  const indexes = new Map<string, readonly Map<string, Slot[]>[]>();
  rules.forEach((rule, position) => {
    const index = indexes.get(rule.target) ?? tiers.map((slots) => indexSlots(slots, rule.target));
    indexes.set(rule.target, index);
    for (const tier of index) applyRule(board, tier, rule, position);
  });
}

function indexSlots(slots: readonly Slot[], attribute: string): Map<string, Slot[]> {
  const index = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (!slot.target) continue;
    for (const key of keysOf(slot.target, attribute, attribute)) {
      const sharing = index.get(key);
      if (sharing) sharing.push(slot);
      else index.set(key, [slot]);
    }
  }
  return index;
}

/** Distinct normalised values at a path, compared the way the target's attribute is. */
export function keysOf(
  account: Stray["account"],
  path: string,
  targetAttribute: string,
): ReadonlySet<string> {
  return new Set(readStrings(account, path).map((value) => normaliseKey(targetAttribute, value)));
}

interface Claim {
  readonly stray: Stray;
  readonly candidates: ReadonlySet<Slot>;
}

function applyRule(
  board: Board,
  index: ReadonlyMap<string, Slot[]>,
  rule: MatchRule,
  position: number,
): void {
  const { connection, path } = rule.source;
  const claims: Claim[] = [];
  const claimants = new Map<Slot, Stray[]>();
  for (const stray of board.strays) {
    if (stray.account.connection !== connection || !isFree(stray)) continue;
    const candidates = new Set<Slot>();
    for (const key of keysOf(stray.account, path, rule.target)) {
      for (const slot of index.get(key) ?? []) candidates.add(slot);
    }
    if (candidates.size === 0) continue;
    claims.push({ stray, candidates });
    for (const slot of candidates) {
      const claiming = claimants.get(slot);
      if (claiming) claiming.push(stray);
      else claimants.set(slot, [stray]);
    }
  }
  const taken = new Set([...claimants.keys()].filter((slot) => slot.members.has(connection)));
  for (const { stray, candidates } of claims) {
    const [only] = candidates;
    if (stray.dispute && [...candidates].every((slot) => slot.dispute === stray.dispute)) continue;
    const rivals = new Set([...candidates].flatMap((slot) => claimants.get(slot) ?? []));
    if (!only) continue;
    if ([...candidates].every((slot) => taken.has(slot))) turnAway(board, stray, only, position);
    else if (candidates.size > 1 || rivals.size > 1 || isContested(only, connection)) {
      dispute(board, candidates, rivals, position);
    } else join(stray, only, `${rule.target} equals ${connection}.${path}`);
  }
}

/** Whether accounts of this source are in dispute over the slot already. */
function isContested(slot: Slot, connection: string): boolean {
  if (!slot.dispute) return false;
  return [...slot.dispute.strays].some((stray) => stray.account.connection === connection);
}
