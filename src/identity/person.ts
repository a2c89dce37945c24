import type { Account } from "./account.ts";
import type { Pin } from "./pin.ts";
import type { KnownLink } from "./world.ts";

/** A source account that was found to belong to a person. */
export interface Member {
  readonly account: Account;
  /** Why it belongs: the earlier link, or the match rule and the value that agreed. */
  readonly evidence: string;
  /** Whether an earlier run linked it; otherwise a match rule or a pin has brought it here now. */
  readonly known: boolean;
  /** Whether a person has said that it belongs here. */
  readonly pinned?: true;
}

/** The account of one source among a person's. */
export function memberOf(members: readonly Member[], connection: string): Member | undefined {
  return members.find((member) => member.account.connection === connection);
}

/** The accounts that belong together. */
export interface Person {
  readonly target: Account | undefined;
  /** The target does not show the account: it is deactivated, and known only from an earlier read. */
  readonly hidden: boolean;
  readonly members: readonly Member[];
  /** Linked accounts that were not found in this read. */
  readonly lost: readonly KnownLink[];
  /** Pins of which the other account was not found. */
  readonly unmet: readonly Pin[];
}

/** Accounts that could belong together in more than one way. */
export interface Disputed {
  /** Positions of the match rules that could not decide. */
  readonly rules: readonly number[];
  readonly targets: readonly Account[];
  readonly sources: readonly Account[];
}

/** A source account whose only candidate already has another account of the same source. */
export interface AlreadyLinked {
  readonly account: Account;
  readonly target?: Account;
  /** The account that the candidate has, or that a person has said it belongs to. */
  readonly rival: Pick<Account, "connection" | "id">;
  readonly rule: number;
}

/** Everyone, each account in exactly one place. */
export interface Correlation {
  readonly persons: readonly Person[];
  readonly disputed: readonly Disputed[];
  readonly alreadyLinked: readonly AlreadyLinked[];
}
