import type { Account } from "../account.ts";
import { compareText } from "../order.ts";
import type { Correlation, Disputed, Person } from "../person.ts";
import type { Policy } from "../policy.ts";
import type { KnownLink, World } from "../world.ts";
import { type Board, type Dispute, join, type Slot, type Stray } from "./board.ts";
import { matchSources } from "./match-sources.ts";
import { matchTargets } from "./match-targets.ts";

/**
 * Decides which accounts belong together: first by the links of earlier runs, then by the match rules, each against
 * active accounts of the target before inactive and hidden ones, and last among the sources themselves.
 * The order in which accounts arrived has no influence.
 */
export function correlate(world: World, policy: Policy): Correlation {
  const board = setUp(world, policy);
  placeLinked(board, world.links);
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
  const shown = sortById(world.target.accounts).map((target) => openTarget(target, false));
  const hidden = sortById(world.hidden).map((target) => openTarget({ ...target, active: false }, true));
  const strays = policy.sources.flatMap((connection) =>
    sortById(world.sources.find((source) => source.connection === connection)?.accounts ?? []).map(
      (account): Stray => ({ account }),
    ),
  );
  return { slots: [...shown, ...hidden], strays, disputes: new Set(), alreadyLinked: [] };
}

function openTarget(target: Account, hidden: boolean): Slot {
  return { target, hidden, members: new Map(), lost: [] };
}

function placeLinked(board: Board, links: readonly KnownLink[]): void {
  const slots = new Map(board.slots.flatMap((slot) => (slot.target ? [[slot.target.id, slot]] : [])));
  const strays = new Map<string, Map<string, Stray>>();
  for (const stray of board.strays) {
    const { connection, id } = stray.account;
    const known = strays.get(connection) ?? new Map<string, Stray>();
    strays.set(connection, known.set(id, stray));
  }
  for (const link of links) {
    const slot = slots.get(link.targetId);
    const stray = strays.get(link.connection)?.get(link.id);
    if (!slot) continue;
    if (!stray) slot.lost.push(link);
    else if (!stray.slot && !slot.members.has(link.connection)) join(stray, slot, link.evidence, true);
  }
}

function sortById(accounts: readonly Account[]): readonly Account[] {
  return accounts.toSorted((a, b) => compareText(a.id, b.id));
}

function asPerson(slot: Slot): Person {
  return {
    ...(slot.target && { target: slot.target }),
    hidden: slot.hidden,
    members: [...slot.members.values()].toSorted((a, b) =>
      compareText(a.account.connection, b.account.connection),
    ),
    lost: slot.lost.toSorted((a, b) => compareText(a.connection, b.connection)),
  };
}

function asDisputed(dispute: Dispute): Disputed {
  const slots = [...dispute.slots];
  const sources = [
    ...slots.flatMap((slot) => [...slot.members.values()].map((member) => member.account)),
    ...[...dispute.strays].map((stray) => stray.account),
  ];
  return {
    rules: [...dispute.rules].toSorted((a, b) => a - b),
    targets: sortById(slots.flatMap((slot) => slot.target ?? [])),
    sources: sources.toSorted((a, b) => compareText(a.connection, b.connection) || compareText(a.id, b.id)),
  };
}
