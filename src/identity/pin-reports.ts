import type { Account } from "./account.ts";
import type { Context } from "./judging/context.ts";
import { labelOf } from "./judging/label.ts";
import type { PersonJudgement } from "./judging/person-judgement.ts";
import { inOrderOfPair, type Pin } from "./pin.ts";
import type { Report } from "./plan.ts";

/**
 * What to tell of pins of which an account is not there, where no judgement tells it: one report for each account of the target that is
 * named. Such a pin changes nothing.
 */
export function unmetPinReports(
  { world, policy }: Context,
  judgements: readonly PersonJudgement[],
): readonly Report[] {
  const { pinned = [], target: connection } = policy;
  if (pinned.length === 0) return [];
  const find = finderOf([
    world.target.accounts,
    world.hidden,
    ...world.sources.map(({ accounts }) => accounts),
  ]);
  const told = new Set(
    judgements
      .filter(({ situation }) => situation === "incomplete")
      .flatMap(({ targets, sources }) => [...targets, ...sources].map(keyOf)),
  );
  const unmet = inOrderOfPair(pinned).filter((pin) => {
    const keys = [keyOf({ connection, id: pin.targetId }), keyOf(pin)];
    return keys.some((key) => !find(key)) && !keys.some((key) => told.has(key));
  });
  return [...Map.groupBy(unmet, ({ targetId }) => targetId)].map(([id, pins]) => {
    const target = find(keyOf({ connection, id }));
    const sources = pins.flatMap((pin) => find(keyOf(pin)) ?? []);
    return {
      person: labelOf(target ? [target] : [], sources) || `${connection} ${id}`,
      target: { connection, id },
      situation: "incomplete",
      why: pins.map((pin) => sentence(pin, connection, target, find(keyOf(pin)))).join(" "),
    };
  });
}

function sentence(
  { connection, id, targetId }: Pin,
  targetConnection: string,
  target: Account | undefined,
  source: Account | undefined,
): string {
  const [one, other] = [`${targetConnection} ${targetId}`, `${connection} ${id}`];
  if (!target && !source) return `${one} and ${other} are pinned to each other, and neither was found.`;
  return target
    ? `${other}, which ${one} is pinned to, was not found.`
    : `${one}, which ${other} is pinned to, was not found.`;
}

function keyOf({ connection, id }: Pick<Account, "connection" | "id">): string {
  return JSON.stringify([connection, id]);
}

function finderOf(lists: readonly (readonly Account[])[]): (key: string) => Account | undefined {
  const accounts = new Map(
    lists.flatMap((list) => list.map((account) => [keyOf(account), account] as const)),
  );
  return (key) => accounts.get(key);
}
