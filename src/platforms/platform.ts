import type { ReadFailure } from "../http/failure.ts";
import type { SignIn } from "../http/signin.ts";
import type { Directory } from "../identity/directory.ts";
import type { Caller } from "./call.ts";
import type { Credentials } from "./credentials.ts";
import type { Unwrap } from "./envelope.ts";
import type { OperationTable } from "./operation.ts";
import type { ConnectionSettings } from "./settings.ts";

/** What a sign-in may need beside the secrets. */
export interface SignInContext {
  readonly credentials: Credentials;
  readonly settings: ConnectionSettings;
  /** Sends a form to `path` of the same server, outside the connection's own limits; answers its JSON. */
  readonly post: (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string>,
  ) => Promise<unknown>;
  readonly now: () => number;
}

/** A platform: its operations and the peculiarities that its client needs. */
export interface Platform {
  /** For people. */
  readonly name: string;
  /** Its operations, by the version that the connection speaks to. */
  table(settings: ConnectionSettings): OperationTable;
  /** Precedes the path of every operation. */
  readonly basePath: string;
  readonly readFailure: ReadFailure;
  readonly unwrap: Unwrap;
  signIn(context: SignInContext): SignIn;
  /** Absent where it holds no accounts that can be compared. */
  openDirectory?(caller: Caller, settings: ConnectionSettings): Directory;
}
