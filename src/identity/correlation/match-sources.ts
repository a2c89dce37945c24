import type { MatchRule } from "../policy.ts";
import {
  type Board,
  dispute,
  holderOf,
  isFree,
  join,
  openSlot,
  type Slot,
  type Stray,
  turnAway,
} from "./board.ts";
import { type ComparedRule, compareBy } from "./rule-keys.ts";
import { withoutApart } from "./without-apart.ts";

/** Source accounts that carry the same values. */
export interface Cluster {
  readonly free: Set<Stray>;
  /** Accounts that have a place already and share a key with a free one. */
  readonly placed: Set<Stray>;
  rule: number;
}

/**
 * Brings together the source accounts for which no target account was found: those that carry the same value of the
 * same target attribute are one person. One that agrees with an account of a known person joins that person.
 */
export function matchSources(board: Board, matchRules: readonly MatchRule[]): void {
  const rules = compareBy(matchRules);
  const clusters = clusterByKey(board, rules);
  for (const stray of board.strays) {
    if (!isFree(stray)) continue;
    const cluster = clusters.get(stray) ?? { free: new Set([stray]), placed: new Set(), rule: 0 };
    for (const part of withoutApart(board, cluster)) settle(board, part, rules);
  }
}

function clusterByKey(board: Board, rules: readonly ComparedRule[]): Map<Stray, Cluster> {
  const clusters = new Map<Stray, Cluster>();
  rules.forEach((rule, position) => {
    if (rules.findIndex(({ comparison }) => comparison === rule.comparison) !== position) return;
    for (const sharing of bucketsOf(board, rules, rule.comparison).values()) {
      const free = sharing.filter(isFree);
      if (free.length === 0 || sharing.length === 1) continue;
      const cluster: Cluster = {
        free: new Set(free),
        placed: new Set(sharing.filter((each) => !isFree(each))),
        rule: position,
      };
      for (const stray of free) {
        const earlier = clusters.get(stray);
        if (!earlier || earlier === cluster) continue;
        for (const each of earlier.free) cluster.free.add(each);
        for (const each of earlier.placed) cluster.placed.add(each);
        cluster.rule = Math.min(cluster.rule, earlier.rule);
      }
      for (const stray of cluster.free) clusters.set(stray, cluster);
    }
  });
  return clusters;
}

/**
 * Source accounts by the keys that rules compare with the same attributes of the target. Only values that an account without a
 * place carries are of interest.
 */
function bucketsOf(board: Board, rules: readonly ComparedRule[], comparison: string): Map<string, Stray[]> {
  const comparing = rules.filter((rule) => rule.comparison === comparison);
  const buckets = new Map<string, Stray[]>();
  for (const stray of board.strays) {
    if (!isFree(stray)) continue;
    for (const key of comparedKeys(stray, comparing)) buckets.set(key, []);
  }
  if (buckets.size === 0) return buckets;
  for (const stray of board.strays) {
    for (const key of comparedKeys(stray, comparing)) buckets.get(key)?.push(stray);
  }
  return buckets;
}

function comparedKeys({ account }: Stray, comparing: readonly ComparedRule[]): ReadonlySet<string> {
  const own = comparing.filter(({ connection }) => connection === account.connection);
  return new Set(own.flatMap(({ sourceKeys }) => sourceKeys(account)));
}

function settle(board: Board, cluster: Cluster, rules: readonly ComparedRule[]): void {
  const slots = new Set([...cluster.placed].flatMap(({ slot }) => (slot ? [slot] : [])));
  const disputed = [...cluster.placed].filter((stray) => stray.dispute);
  const connections = new Set([...cluster.free].map((stray) => stray.account.connection));
  const turnedAway = [...cluster.placed].some((stray) => !stray.slot && !stray.dispute);
  const [known] = slots;
  const unclear = connections.size < cluster.free.size || slots.size > 1;
  if (unclear || disputed.length > 0 || turnedAway || known?.dispute) {
    dispute(board, slots, [...cluster.free, ...disputed], cluster.rule);
    return;
  }
  const slot = known ?? addSlot(board);
  const { attributes = "" } = rules[cluster.rule] ?? {};
  for (const stray of cluster.free) {
    if (holderOf(slot, stray.account.connection)) turnAway(board, stray, slot, cluster.rule);
    else
      join(
        stray,
        slot,
        cluster.free.size + cluster.placed.size > 1
          ? `same ${attributes} as another account of the person`
          : "known by itself",
      );
  }
}

function addSlot(board: Board): Slot {
  const slot = openSlot();
  board.slots.push(slot);
  return slot;
}
