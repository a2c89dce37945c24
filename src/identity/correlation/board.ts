import type { Account } from "../account.ts";
import { type AlreadyLinked, type Member, memberOf } from "../person.ts";
import { type Pin, pairKey } from "../pin.ts";
import type { KnownLink } from "../world.ts";

/** A person under construction: at most one account of the target, and at most one of each source. */
export interface Slot {
  readonly target?: Account;
  readonly hidden: boolean;
  readonly members: Member[];
  readonly lost: KnownLink[];
  /** Pins of which the other account is not there. The place for their source is kept free. */
  readonly unmet: Pin[];
  dispute?: Dispute;
}

/** A source account and the place it has found so far. At most one of `slot` and `dispute` is set. */
export interface Stray {
  readonly account: Account;
  slot?: Slot;
  dispute?: Dispute;
  set?: "alreadyLinked";
}

/** Slots and strays that cannot be told apart. Grows as further evidence touches it. */
export interface Dispute {
  readonly rules: Set<number>;
  readonly slots: Set<Slot>;
  readonly strays: Set<Stray>;
}

/** Everything that a correlation works on. */
export interface Board {
  readonly slots: Slot[];
  readonly strays: readonly Stray[];
  readonly disputes: Set<Dispute>;
  readonly alreadyLinked: AlreadyLinked[];
  /** The pairs that must not come together, by `pairKey`. */
  readonly apart: ReadonlySet<string>;
}

/** A person of whom nothing is known yet but the account of the target, if any. */
export function openSlot(target?: Account, hidden = false): Slot {
  return { ...(target && { target }), hidden, members: [], lost: [], unmet: [] };
}

/** Whether a person has said that the account does not belong to the slot's. */
export function isApart({ apart }: Board, { account }: Stray, { target }: Slot): boolean {
  if (apart.size === 0 || !target) return false;
  return apart.has(pairKey({ targetId: target.id, connection: account.connection, id: account.id }));
}

/** The account of a source that the slot has, or that it is pinned to and that is not there. */
export function holderOf(
  { members, unmet }: Slot,
  connection: string,
): Pick<Account, "connection" | "id"> | undefined {
  return memberOf(members, connection)?.account ?? unmet.find((pin) => pin.connection === connection);
}

/** Whether a source account has found no place yet. */
export function isFree(stray: Stray): boolean {
  return stray.slot === undefined && stray.dispute === undefined && stray.set === undefined;
}

/** Gives the account its place. */
export function join(
  stray: Stray,
  slot: Slot,
  evidence: string,
  { known = false, pinned = false }: { readonly known?: boolean; readonly pinned?: boolean } = {},
): void {
  slot.members.push({ account: stray.account, evidence, known, ...(pinned && { pinned }) });
  stray.slot = slot;
}

/** Notes that the account's only candidate has another account of the same source. */
export function turnAway(board: Board, stray: Stray, slot: Slot, rule: number): void {
  const rival = holderOf(slot, stray.account.connection);
  if (!rival) return;
  stray.set = "alreadyLinked";
  board.alreadyLinked.push({
    account: stray.account,
    ...(slot.target && { target: slot.target }),
    rival,
    rule,
  });
}

/** Puts slots and strays into one dispute, together with every dispute that any of them is in already. */
export function dispute(board: Board, slots: Iterable<Slot>, strays: Iterable<Stray>, rule: number): void {
  const merged: Dispute = { rules: new Set([rule]), slots: new Set(slots), strays: new Set(strays) };
  for (const part of [...merged.slots, ...merged.strays]) {
    const earlier = part.dispute;
    if (!earlier || !board.disputes.delete(earlier)) continue;
    for (const each of earlier.rules) merged.rules.add(each);
    for (const each of earlier.slots) merged.slots.add(each);
    for (const each of earlier.strays) merged.strays.add(each);
  }
  for (const part of [...merged.slots, ...merged.strays]) part.dispute = merged;
  board.disputes.add(merged);
}
