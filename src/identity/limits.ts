import { compileFilter } from "../filter/compile.ts";
import type { Account } from "./account.ts";
import type { Blocked, Change } from "./plan.ts";
import type { Limit, Policy, ScopedLimits } from "./policy.ts";
import { changeActions } from "./situation.ts";

/** The accounts of the target that limits are counted by. */
export interface LimitedAccounts {
  /** How many the target shows: shares are taken of them. */
  readonly total: number;
  /** Those that it shows, for limits that hold for some of them alone. */
  readonly shown: readonly Account[];
  /** Those that it hides. Changes to them count, and shares are not taken of them. */
  readonly hidden: readonly Account[];
}

/**
 * The limits that the changes exceed. A plan over a limit is blocked whole: a part of a plan that is too large is not a
 * smaller plan but an arbitrary one. Throws FilterError where a limit's filter cannot be evaluated.
 */
export function exceededLimits(
  changes: readonly Change[],
  { target, limits, scopedLimits = [] }: Pick<Policy, "target" | "limits" | "scopedLimits">,
  accounts: LimitedAccounts,
): readonly Blocked[] {
  const ofTarget = changes.filter((change) => change.target.connection === target);
  return [
    ...exceeded(changes, limits, accounts.total),
    ...scopedLimits.flatMap((scoped) => exceededScoped(ofTarget, scoped, accounts)),
  ];
}

/** Counts the changes to accounts that match, and takes shares of those that do; a new account is judged by what it would be. */
function exceededScoped(
  changes: readonly Change[],
  { name, filter, limits }: ScopedLimits,
  { shown, hidden }: LimitedAccounts,
): readonly Blocked[] {
  const matches = compileFilter(filter);
  const matching = shown.filter(({ attributes }) => matches(attributes));
  const ids = new Set(
    [...matching, ...hidden.filter(({ attributes }) => matches(attributes))].map(({ id }) => id),
  );
  const counted = changes.filter((change) =>
    change.target.id === null ? matches(prospect(change)) : ids.has(change.target.id),
  );
  return exceeded(counted, limits, matching.length, name);
}

function prospect({ set }: Change): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(set).map(([attribute, { to }]) => [attribute, to]));
}

function exceeded(
  changes: readonly Change[],
  limits: Policy["limits"],
  accounts: number,
  scope?: string,
): readonly Blocked[] {
  return changeActions.flatMap((action) => {
    const limit = limits[action];
    if (!limit) return [];
    const planned = changes.filter((change) => change.action === action).length;
    const allowed = allowedBy(limit, accounts);
    if (planned <= allowed) return [];
    const where = scope === undefined ? "" : ` among “${scope}”`;
    return [
      {
        action,
        ...(scope !== undefined && { scope }),
        planned,
        allowed,
        why: `${planned} × ${action}${where} is over the limit of ${describe(limit, allowed, accounts)}.`,
      },
    ];
  });
}

function allowedBy(limit: Limit, accounts: number): number {
  return "count" in limit ? limit.count : Math.ceil((accounts * limit.percent) / 100);
}

function describe(limit: Limit, allowed: number, accounts: number): string {
  return "count" in limit ? String(allowed) : `${limit.percent}% of ${accounts} accounts (${allowed})`;
}
