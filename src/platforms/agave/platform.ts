import type { Platform } from "../platform.ts";
import { AgaveClient } from "./client.ts";
import { AgaveDirectory } from "./directory.ts";
import { readAgaveFailure } from "./failure.ts";
import { agaveTable } from "./operations/table.ts";
import { AgaveSignIn } from "./tokens.ts";
import { unwrapAgave } from "./unwrap.ts";

/** Agave v2 (Tapis v2). */
export const agave: Platform = {
  name: "Agave",
  table: () => agaveTable,
  basePath: "",
  readFailure: readAgaveFailure,
  unwrap: unwrapAgave,
  signIn: (context) => new AgaveSignIn(context),
  openDirectory: (caller, settings) => new AgaveDirectory(new AgaveClient(caller), settings),
};
