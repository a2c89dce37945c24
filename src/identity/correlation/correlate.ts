import { compareText, inOrderOfId } from "../order.ts";
import type { Correlation, Disputed, Person } from "../person.ts";
import { pairKey } from "../pin.ts";
import type { Policy } from "../policy.ts";
import type { World } from "../world.ts";
import { type Board, type Dispute, openSlot, type Slot, type Stray } from "./board.ts";
import { matchSources } from "./match-sources.ts";
import { matchTargets } from "./match-targets.ts";
import { placeKnown } from "./place-known.ts";

/**
 * Decides which accounts belong together: first by what people have said, then by the links of earlier runs, then by the match
 * rules, each against active accounts of the target before inactive and hidden ones, and last among the sources themselves. What people
 * have said to be apart is never brought together. The order in which accounts arrived has no influence.
 */
export function correlate(world: World, policy: Policy): Correlation {
  const board = setUp(world, policy);
  placeKnown(board, world.links, policy.pinned ?? []);
  const awake = board.slots.filter((slot) => slot.target?.active);
  const asleep = board.slots.filter((slot) => slot.target && !slot.target.active);
  matchTargets(board, [awake, asleep], policy.match);
  matchSources(board, policy.match);
  return {
    persons: board.slots.filter((slot) => !slot.dispute).map(asPerson),
    disputed: [...board.disputes].map(asDisputed),
    alreadyLinked: board.alreadyLinked,
  };
}

function setUp(world: World, policy: Policy): Board {
  const shown = inOrderOfId(world.target.accounts).map((target) => openSlot(target));
  const hidden = inOrderOfId(world.hidden).map((target) => openSlot({ ...target, active: false }, true));
  const strays = policy.sources.flatMap((connection) =>
    inOrderOfId(world.sources.find((source) => source.connection === connection)?.accounts ?? []).map(
      (account): Stray => ({ account }),
    ),
  );
  return {
    slots: [...shown, ...hidden],
    strays,
    disputes: new Set(),
    alreadyLinked: [],
    apart: new Set(policy.apart?.map(pairKey)),
  };
}

function asPerson({ target, hidden, members, lost, unmet }: Slot): Person {
  return {
    target,
    hidden,
    members: members.sort((a, b) => compareText(a.account.connection, b.account.connection)),
    lost: lost.sort((a, b) => compareText(a.connection, b.connection)),
    unmet: unmet.sort((a, b) => compareText(pairKey(a), pairKey(b))),
  };
}

function asDisputed(dispute: Dispute): Disputed {
  const slots = [...dispute.slots];
  const sources = [
    ...slots.flatMap((slot) => slot.members.map((member) => member.account)),
    ...[...dispute.strays].map((stray) => stray.account),
  ];
  return {
    rules: [...dispute.rules].toSorted((a, b) => a - b),
    targets: inOrderOfId(slots.flatMap((slot) => slot.target ?? [])),
    sources: sources.toSorted((a, b) => compareText(a.connection, b.connection) || compareText(a.id, b.id)),
  };
}
