import type { Platform } from "../platform.ts";
import { readOsparcFailure } from "./failure.ts";
import { osparcTable } from "./operations.ts";
import { unwrapOsparc } from "./unwrap.ts";

/** The director of oSPARC. It takes no credentials. */
export const osparc: Platform = {
  name: "oSPARC",
  table: () => osparcTable,
  basePath: "",
  readFailure: readOsparcFailure,
  unwrap: unwrapOsparc,
  signIn: () => ({ headers: async () => ({}) }),
};
