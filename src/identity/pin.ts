import { compareText } from "./order.ts";

/** A person's word on an account of the target and one of a source: that they belong together, or that they do not. */
export interface Pin {
  readonly targetId: string;
  /** The source. */
  readonly connection: string;
  readonly id: string;
  /** Why, in the person's words. */
  readonly note?: string;
}

/** What a person has decided, as evidence: `pinned`, with the note where there is one. */
export function pinText({ note }: Pin): string {
  return note ? `pinned: ${note}` : "pinned";
}

/** The same for the same two accounts, whoever says so. */
export function pairKey({ targetId, connection, id }: Omit<Pin, "note">): string {
  return JSON.stringify([targetId, connection, id]);
}

/** Pins in an order of their own, whatever order they are given in. */
export function inOrderOfPair(pins: readonly Pin[]): readonly Pin[] {
  return pins.toSorted((a, b) => compareText(pairKey(a), pairKey(b)));
}
