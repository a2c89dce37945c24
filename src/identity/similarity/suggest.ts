import { type Account, accountLabel } from "../account.ts";
import type { PersonJudgement } from "../judging/person-judgement.ts";
import { compareText } from "../order.ts";
import { pairKey } from "../pin.ts";
import type { Suggestion } from "../plan.ts";
import type { Policy } from "../policy.ts";
import type { Situation } from "../situation.ts";
import { blockKeys, type Features, featuresOf } from "./features.ts";
import { likenessOf } from "./likeness.ts";

/** Pairs that are less alike are not worth a look. */
const threshold = 0.8;

/** The most suggestions for one account of a source. */
const mostForOne = 3;

/** A key that so many accounts of the target share tells nobody apart. */
const mostInBlock = 50;

/** Situations of accounts of the target that nobody claims, and of accounts of sources that have none there. */
const unclaimed: readonly Situation[] = ["unassigned", "sourceMissing", "ambiguous"];
const homeless: readonly Situation[] = ["absent", "ambiguous"];

interface Candidate {
  readonly account: Account;
  readonly features: Features;
  readonly person: string;
}

/**
 * Accounts of the target that nobody claims and accounts of sources that have none there, where they look like one person's: the best
 * few for each account of a source, the most alike first. Pairs that a person keeps apart are left out. The order in which accounts
 * arrived has no influence.
 */
export function suggestLinks(judgements: readonly PersonJudgement[], policy: Policy): readonly Suggestion[] {
  const sources = candidatesIn(judgements, homeless, ({ sources: accounts }) => accounts);
  if (sources.length === 0) return [];
  const blocks = blocksOf(candidatesIn(judgements, unclaimed, ({ targets }) => targets));
  const apart = new Set(policy.apart?.map(pairKey));
  return sources
    .flatMap((source) => suggestionsFor(source, blocks, apart))
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        compareText(a.person, b.person) ||
        compareText(a.target.id, b.target.id) ||
        compareText(a.source.connection, b.source.connection) ||
        compareText(a.source.id, b.source.id),
    );
}

function candidatesIn(
  judgements: readonly PersonJudgement[],
  situations: readonly Situation[],
  accountsOf: (judgement: PersonJudgement) => readonly Account[],
): readonly Candidate[] {
  return judgements.flatMap((judgement) =>
    situations.includes(judgement.situation)
      ? accountsOf(judgement)
          .filter(({ active }) => active)
          .map((account) => ({ account, features: featuresOf(account), person: judgement.person }))
      : [],
  );
}

function blocksOf(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const blocks = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const key of blockKeys(candidate.features)) {
      const block = blocks.get(key);
      if (block) block.push(candidate);
      else blocks.set(key, [candidate]);
    }
  }
  for (const [key, block] of blocks) if (block.length > mostInBlock) blocks.delete(key);
  return blocks;
}

function suggestionsFor(
  { account, features, person }: Candidate,
  blocks: ReadonlyMap<string, readonly Candidate[]>,
  apart: ReadonlySet<string>,
): readonly Suggestion[] {
  const { connection, id } = account;
  const near = new Set(blockKeys(features).flatMap((key) => blocks.get(key) ?? []));
  const found: Suggestion[] = [];
  for (const { account: target, features: other } of near) {
    const likeness = likenessOf(features, other, threshold);
    if (!likeness || apart.has(pairKey({ targetId: target.id, connection, id }))) continue;
    found.push({
      person,
      target: { connection: target.connection, id: target.id, label: accountLabel(target) },
      source: { connection, id, label: accountLabel(account) },
      score: Math.round(likeness.score * 100) / 100,
      why: `${capital(likeness.reasons.join(", "))}.`,
    });
  }
  return found
    .toSorted((a, b) => b.score - a.score || compareText(a.target.id, b.target.id))
    .slice(0, mostForOne);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
