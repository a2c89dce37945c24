import { tokenSignIn } from "../credentials.ts";
import type { Platform } from "../platform.ts";
import { AstakosClient } from "./client.ts";
import { AstakosDirectory } from "./directory.ts";
import { readAstakosFailure } from "./failure.ts";
import { operations013 } from "./operations.ts";

/** Astakos, the identity service of Synnefo. */
export const astakos: Platform = {
  name: "Astakos",
  operations: Object.values(operations013),
  basePath: "",
  readFailure: readAstakosFailure,
  signIn: ({ credentials }) => tokenSignIn(credentials, (token) => ({ "x-auth-token": token })),
  openDirectory: (caller, settings) => new AstakosDirectory(new AstakosClient(caller, settings), settings),
};
