import type { Reply, SandboxRequest } from "../server/message.ts";
import type { Handler } from "../server/router.ts";
import { jsonFault, xmlFault } from "./gateway.ts";
import type { TokenStore } from "./tokens.ts";

/** Handles the request of somebody who is signed in. */
export type UserHandler = (
  request: SandboxRequest,
  username: string,
  parameters: Readonly<Record<string, string>>,
) => Reply | Promise<Reply>;

/** The gateway's check of access tokens. */
export interface Gate {
  /** Whose request it is, or the fault that the gateway answers instead. */
  caller(request: SandboxRequest): { readonly username: string } | { readonly fault: Reply };
  /** Lets only those through who are signed in. */
  signedIn(handle: UserHandler): Handler;
}

/** Makes the gate of a gateway. */
export function createGate(tokens: TokenStore): Gate {
  let expiries = 0;

  /** The gateway tells of a token that has expired in its older and its newer form by turns. */
  function expiredFault(): Reply {
    expiries += 1;
    return expiries % 2 === 1 ? xmlFault(401, 900904) : jsonFault(401, 900904, "Invalid Credentials");
  }

  function caller(request: SandboxRequest): { readonly username: string } | { readonly fault: Reply } {
    const [, token] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
    if (token === undefined) return { fault: xmlFault(401, 900902) };
    const owner = tokens.owner(token);
    if (owner === undefined) return { fault: xmlFault(401, 900901) };
    return owner === "expired" ? { fault: expiredFault() } : owner;
  }

  return {
    caller,
    signedIn: (handle) => (request, parameters) => {
      const found = caller(request);
      return "fault" in found ? found.fault : handle(request, found.username, parameters);
    },
  };
}
