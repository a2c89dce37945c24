import { memberOf } from "../person.ts";
import { inOrderOfPair, type Pin, pairKey, pinText } from "../pin.ts";
import type { KnownLink } from "../world.ts";
import { type Board, join, openSlot, type Slot, type Stray } from "./board.ts";

/**
 * Gives source accounts the places that are known: first where people have said that they belong, then where earlier runs have linked
 * them. A link that goes against what people have said is ignored.
 */
export function placeKnown(board: Board, links: readonly KnownLink[], pinned: readonly Pin[]): void {
  if (links.length === 0 && pinned.length === 0) return;
  const slots = new Map(board.slots.flatMap((slot) => (slot.target ? [[slot.target.id, slot]] : [])));
  const strayOf = finderOf(board.strays);
  placePinned(board, slots, strayOf, pinned, new Set(links.map(pairKey)));
  const contradicts = contradictionOf(pinned);
  for (const link of links) {
    const slot = slots.get(link.targetId);
    const stray = strayOf(link.connection, link.id);
    if (!slot || contradicts(link) || board.apart.has(pairKey(link))) continue;
    if (!stray) slot.lost.push(link);
    else if (!stray.slot && !memberOf(slot.members, link.connection))
      join(stray, slot, link.evidence, { known: true });
  }
}

type Finder = (connection: string, id: string) => Stray | undefined;

function finderOf(all: readonly Stray[]): Finder {
  const strays = new Map<string, Map<string, Stray>>();
  for (const stray of all) {
    const { connection, id } = stray.account;
    const known = strays.get(connection) ?? new Map<string, Stray>();
    strays.set(connection, known.set(id, stray));
  }
  return (connection, id) => strays.get(connection)?.get(id);
}

/**
 * Joins what people have said to belong together. Source accounts that are pinned to an account which the target does not show are one
 * person without it, so that no rule leads them elsewhere meanwhile.
 */
function placePinned(
  board: Board,
  slots: ReadonlyMap<string, Slot>,
  strayOf: Finder,
  pinned: readonly Pin[],
  linked: ReadonlySet<string>,
): void {
  const missing = new Map<string, Slot>();
  for (const pin of inOrderOfPair(pinned)) {
    const stray = strayOf(pin.connection, pin.id);
    const shown = slots.get(pin.targetId);
    if (!stray) {
      shown?.unmet.push(pin);
      continue;
    }
    const slot = shown ?? missing.get(pin.targetId) ?? openSlot();
    if (!shown) {
      slot.unmet.push(pin);
      missing.set(pin.targetId, slot);
    }
    join(stray, slot, pinText(pin), { known: linked.has(pairKey(pin)), pinned: true });
  }
  board.slots.push(...missing.values());
}

/** Whether a person has said of either account of a link that it belongs to another one. */
function contradictionOf(pinned: readonly Pin[]): (link: KnownLink) => boolean {
  const key = (connection: string, id: string) => JSON.stringify([connection, id]);
  const sources = new Map(pinned.map(({ connection, id, targetId }) => [key(connection, id), targetId]));
  const targets = new Map(pinned.map(({ connection, id, targetId }) => [key(connection, targetId), id]));
  return ({ connection, id, targetId }) =>
    (sources.get(key(connection, id)) ?? targetId) !== targetId ||
    (targets.get(key(connection, targetId)) ?? id) !== id;
}
