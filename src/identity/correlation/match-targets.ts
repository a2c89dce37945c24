import type { MatchRule } from "../policy.ts";
import {
  type Board,
  dispute,
  holderOf,
  isApart,
  isFree,
  join,
  type Slot,
  type Stray,
  turnAway,
} from "./board.ts";
import { type ComparedRule, compareBy } from "./rule-keys.ts";

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
  compareBy(rules).forEach((rule, position) => {
    for (const slots of tiers) applyRule(board, slots, rule, position);
  });
}

/** The target accounts that carry any of the wanted keys, by key. */
function indexSlots(
  slots: readonly Slot[],
  { targetKeys }: ComparedRule,
  wanted: ReadonlySet<string>,
): Map<string, Slot[]> {
  const index = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (!slot.target) continue;
    for (const key of targetKeys(slot.target)) {
      if (!wanted.has(key)) continue;
      const sharing = index.get(key);
      if (sharing) sharing.push(slot);
      else index.set(key, [slot]);
    }
  }
  return index;
}

interface Claim {
  readonly stray: Stray;
  readonly candidates: readonly Slot[];
}

function applyRule(board: Board, slots: readonly Slot[], rule: ComparedRule, position: number): void {
  const { connection, sourceKeys } = rule;
  const asking = board.strays
    .filter((stray) => stray.account.connection === connection && isFree(stray))
    .map((stray) => ({ stray, keys: sourceKeys(stray.account) }));
  const wanted = new Set(asking.flatMap(({ keys }) => keys));
  if (wanted.size === 0) return;
  const index = indexSlots(slots, rule, wanted);
  const claims: Claim[] = [];
  const claimants = new Map<Slot, Stray[]>();
  const taken = new Set<Slot>();
  for (const { stray, keys } of asking) {
    const candidates = candidatesOf(index, keys).filter((slot) => !isApart(board, stray, slot));
    if (candidates.length === 0) continue;
    claims.push({ stray, candidates });
    for (const slot of candidates) {
      const claiming = claimants.get(slot);
      if (claiming) claiming.push(stray);
      else claimants.set(slot, [stray]);
      if (holderOf(slot, connection)) taken.add(slot);
    }
  }
  for (const { stray, candidates } of claims) {
    const [only] = candidates;
    if (!only || (stray.dispute && candidates.every((slot) => slot.dispute === stray.dispute))) continue;
    const contested =
      candidates.length > 1 || (claimants.get(only)?.length ?? 0) > 1 || isContested(only, connection);
    if (candidates.every((slot) => taken.has(slot))) turnAway(board, stray, only, position);
    else if (contested) {
      dispute(board, candidates, new Set(candidates.flatMap((slot) => claimants.get(slot) ?? [])), position);
    } else join(stray, only, rule.evidence);
  }
}

function candidatesOf(index: ReadonlyMap<string, readonly Slot[]>, keys: readonly string[]): readonly Slot[] {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return index.get(only) ?? [];
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
}

/** Whether accounts of this source are in dispute over the slot already. */
function isContested(slot: Slot, connection: string): boolean {
  if (!slot.dispute) return false;
  return [...slot.dispute.strays].some((stray) => stray.account.connection === connection);
}
