import { tokenSignIn } from "../credentials.ts";
import type { Platform } from "../platform.ts";
import { AstakosClient } from "./client.ts";
import { AstakosDirectory } from "./directory.ts";
import { readAstakosFailure } from "./failure.ts";
import { operations013, operations014 } from "./operations.ts";
import { unwrapAstakos } from "./unwrap.ts";

/** Astakos, the identity service of Synnefo. */
export const astakos: Platform = {
  name: "Astakos",
  table: ({ version }) => (version === "0.14" ? operations014 : operations013),
  basePath: "",
  readFailure: readAstakosFailure,
  unwrap: unwrapAstakos,
  signIn: ({ credentials }) => tokenSignIn(credentials, (token) => ({ "x-auth-token": token })),
  openDirectory: (caller, settings) => new AstakosDirectory(new AstakosClient(caller, settings), settings),
};
