import { tokenSignIn } from "../credentials.ts";
import type { Platform } from "../platform.ts";
import { readUbiopsFailure } from "./failure.ts";
import { ubiopsTable } from "./operations.ts";
import { unwrapUbiops } from "./unwrap.ts";

/** UbiOps. Its tokens are often kept with the word Token in front, which is its own. */
export const ubiops: Platform = {
  name: "UbiOps",
  table: () => ubiopsTable,
  basePath: "",
  readFailure: readUbiopsFailure,
  unwrap: unwrapUbiops,
  signIn: ({ credentials }) =>
    tokenSignIn(credentials, (token) => ({ authorization: `Token ${token}` }), /^Token\s+/i),
};
