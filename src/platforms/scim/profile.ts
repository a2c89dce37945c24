import type { UserOperations } from "./operations.ts";

/** How one kind of SCIM server differs from another. */
export interface ScimProfile {
  /** For people: "Genestack ODM". */
  readonly platformName: string;
  readonly operations: UserOperations;
  /** Neither the list nor a read by id shows a deactivated user. */
  readonly hidesInactive: boolean;
  /** What deactivates a user: DELETE, or a PATCH of `active` to false. */
  readonly deactivation: "delete" | "patch";
  /** Attributes that PATCH may set, by their SCIM names. */
  readonly editable: readonly string[];
  /** Those of them that may be left without a value. */
  readonly clearable: readonly string[];
  /** Users to ask for in one page. */
  readonly pageSize: number;
  /** The filter that finds users by an address; the value is a JSON string. */
  readonly emailFilter: (value: string) => string;
  /** Which part of a filter the server is trusted to evaluate: all of RFC 7644, or only what ODM documents. */
  readonly dialect: "rfc" | "odm";
}

/** Any SCIM 2.0 server of which nothing else is known. */
export const genericScim: Omit<ScimProfile, "operations"> = {
  platformName: "SCIM 2.0",
  hidesInactive: false,
  deactivation: "patch",
  editable: ["userName", "externalId", "displayName", "active"],
  clearable: ["externalId", "displayName"],
  pageSize: 100,
  emailFilter: (value) => `emails.value eq ${value}`,
  dialect: "rfc",
};
