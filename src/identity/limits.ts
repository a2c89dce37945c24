import type { Blocked, Change } from "./plan.ts";
import type { Limit, Policy } from "./policy.ts";
import { changeActions } from "./situation.ts";

/**
 * The limits that the changes exceed. A plan over a limit is blocked whole: a part of a plan that is too large is not a
 * smaller plan but an arbitrary one. `accounts` is the number of accounts of the target, which shares are taken of.
 */
export function exceededLimits(
  changes: readonly Change[],
  limits: Policy["limits"],
  accounts: number,
): readonly Blocked[] {
  return changeActions.flatMap((action) => {
    const limit = limits[action];
    if (!limit) return [];
    const planned = changes.filter((change) => change.action === action).length;
    const allowed = allowedBy(limit, accounts);
    if (planned <= allowed) return [];
    return [
      {
        action,
        planned,
        allowed,
        why: `${planned} × ${action} is over the limit of ${describe(limit, allowed, accounts)}.`,
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
