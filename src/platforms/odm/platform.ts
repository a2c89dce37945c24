import { tokenSignIn } from "../credentials.ts";
import type { Platform } from "../platform.ts";
import { ScimClient } from "../scim/client.ts";
import { ScimDirectory } from "../scim/directory.ts";
import { readScimFailure } from "../scim/failure.ts";
import type { ScimProfile } from "../scim/profile.ts";
import { unwrapScim } from "../scim/unwrap.ts";
import { odmOperations, odmTable } from "./operations.ts";

/**
 * Genestack ODM. Creation is an upsert by work e-mail; DELETE deactivates; deactivated users are hidden from the list and from reads
 * by id, but PATCH reaches them; e-mails cannot be changed; there are no ETags.
 */
const profile: ScimProfile = {
  platformName: "Genestack ODM",
  operations: odmOperations,
  hidesInactive: true,
  deactivation: "delete",
  editable: ["userName", "externalId", "displayName", "active"],
  clearable: ["externalId"],
  pageSize: 200,
  emailFilter: (value) => `emails[type eq "work" and value eq ${value}]`,
  dialect: "odm",
};

export const odm: Platform = {
  name: profile.platformName,
  table: () => odmTable,
  basePath: "/api/v1/scim",
  readFailure: readScimFailure,
  unwrap: unwrapScim,
  signIn: ({ credentials }) => tokenSignIn(credentials, (token) => ({ authorization: `bearer ${token}` })),
  openDirectory: (caller, settings) =>
    new ScimDirectory(new ScimClient(caller, odmOperations), profile, settings),
};
