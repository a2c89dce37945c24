import type { AccessDirectory, Grant } from "../../identity/access.ts";
import type { Change } from "../../identity/plan.ts";
import type { Assessment } from "../assess.ts";

/** A change to a permission. */
export type GrantChange = Change & { readonly grant: Grant };

/** Reads again what the account may do and compares it with what was planned. Rejects with a DirectoryFailure. */
export async function assessGrant(
  { action, grant }: GrantChange,
  access: AccessDirectory,
): Promise<Assessment> {
  const present = await access.permissionOf(grant);
  const [before, after] = action === "revoke" ? [grant.permission, undefined] : [undefined, grant.permission];
  if (present === after) return { state: "landed" };
  if (present === before) return { state: "asPlanned" };
  const planned = before === undefined ? "nothing" : before;
  return {
    state: "changed",
    why: `It was changed since the plan was made: the permission is ${present ?? "nothing"}, not ${planned} as planned.`,
  };
}

/** Withdraws the permission, or gives it back. Rejects with a DirectoryFailure. */
export function writeGrant({ action, grant }: GrantChange, access: AccessDirectory): Promise<void> {
  return action === "revoke" ? access.revoke(grant) : access.grant(grant);
}
