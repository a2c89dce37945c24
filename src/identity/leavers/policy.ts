import type { GrantKind } from "../access.ts";

/** Why somebody leaves: the account is or becomes deactivated, or the scope filter does not match it any more. */
export const leavingReasons = ["deactivated", "outOfScope"] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** What is listed of somebody who leaves, for a person to decide about. */
export const leaverLists = ["owned", "serviceUsers", "services"] as const;
export type LeaverList = (typeof leaverLists)[number];

/** What is done about people who leave: the `leavers` section of the policy, parsed. */
export interface LeaversPolicy {
  /** The kinds of permissions that are withdrawn. */
  readonly revoke: readonly GrantKind[];
  /** Sources whose permissions are read: Agave connections. */
  readonly from: readonly string[];
  readonly when: readonly LeavingReason[];
  /** Files and folders to look at beside those that are known, each as `system/path`. */
  readonly files: readonly string[];
  readonly list: readonly LeaverList[];
  /** Connections that are searched for what may belong to them. */
  readonly also: readonly string[];
}
