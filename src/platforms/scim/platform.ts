import { tokenSignIn } from "../credentials.ts";
import type { Platform } from "../platform.ts";
import { ScimClient } from "./client.ts";
import { ScimDirectory } from "./directory.ts";
import { readScimFailure } from "./failure.ts";
import { scimOperations, scimTable } from "./operations.ts";
import { genericScim } from "./profile.ts";
import { unwrapScim } from "./unwrap.ts";

/** Any SCIM 2.0 server. */
export const scim: Platform = {
  name: genericScim.platformName,
  table: () => scimTable,
  basePath: "",
  readFailure: readScimFailure,
  unwrap: unwrapScim,
  signIn: ({ credentials }) => tokenSignIn(credentials, (token) => ({ authorization: `Bearer ${token}` })),
  openDirectory: (caller, settings) =>
    new ScimDirectory(
      new ScimClient(caller, scimOperations),
      { ...genericScim, operations: scimOperations },
      settings,
    ),
};
