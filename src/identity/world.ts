import type { AccessReading } from "./access.ts";
import type { Account, AttributeValue } from "./account.ts";
import type { Reading } from "./directory.ts";
import type { BelongingsReading } from "./leavers/belongings.ts";
import type { SnapshotRef } from "./snapshot.ts";

/**
 * Two accounts that are known to belong together, from an earlier run. An account of the target has at most one link to each
 * source, and a source account at most one link.
 */
export interface KnownLink {
  readonly targetId: string;
  readonly connection: string;
  readonly id: string;
  /** What it was made by, for people: "linked in run 2026-11-01…". */
  readonly evidence: string;
}

/** Since when an account of the target has been without its sources, for the grace period. */
export interface KnownMissing {
  readonly targetId: string;
  /** Completed runs that have seen it so. */
  readonly runs: number;
  /** ISO 8601 instant of the first of them. */
  readonly since: string;
}

/**
 * What an attribute of an account of the target was, and what its sources gave, when both were last settled. The two are equal unless a
 * person has chosen to keep the target's value.
 */
export interface KnownAgreement {
  readonly targetId: string;
  readonly attribute: string;
  /** On the side of the target. */
  readonly value: AttributeValue;
  /** On the side of the sources. */
  readonly source: AttributeValue;
}

/** All that a plan is made from. Nothing else has an influence on it. */
export interface World {
  /** `clears`: the attributes that it lets be cleared; none where that is not known. */
  readonly target: Reading & { readonly url: string; readonly clears?: readonly string[] };
  readonly sources: readonly Reading[];
  /** Accounts of the target that were seen before and that it does not show any more: deactivated ones, as last seen. */
  readonly hidden: readonly Account[];
  readonly links: readonly KnownLink[];
  readonly missing: readonly KnownMissing[];
  /** The values that were last agreed on, at most one for each attribute of an account. */
  readonly agreed: readonly KnownAgreement[];
  /** The instant that grace periods in days are counted to, ISO 8601. */
  readonly now: string;
  /** Where it was not read just now but kept from an earlier read. */
  readonly snapshot?: SnapshotRef;
  /** What those who leave may do, and what belongs to them. Only where the policy asks for it and somebody leaves. */
  readonly access?: readonly AccessReading[];
  /** What may belong to those who leave on platforms that keep no accounts of people. */
  readonly belongings?: readonly BelongingsReading[];
}
