import type { Host } from "../host.ts";
import { counted } from "../views/reconciliation/words.ts";
import { countTokensOf, forgetTokensOf } from "../views/service-users/tokens.ts";
import { afterSignIn } from "./after-sign-in.ts";
import { originOfConnection } from "./origin.ts";

/**
 * Forgets all that a connection was signed in with, at whatever origin: its secrets, when they end, and the tokens of service users that
 * are kept beside them; where there are such tokens, after one question, as nobody can look them up again. Services that were started
 * are remembered on: there is no secret in that, they run on, and nothing else could find them to stop them.
 * Answers `kept` where the person would not have it, and `nothing` where there was nothing to forget.
 */
export async function signOut(host: Host, connection: string): Promise<"forgotten" | "kept" | "nothing"> {
  const tokens = countTokensOf(host, connection);
  if (tokens > 0 && !(await confirmed(host, connection, tokens))) return "kept";
  const origin = await originOfConnection(host, connection);
  const wasSignedIn = await host.secrets.forgetEverywhere(connection, origin);
  await forgetTokensOf(host, connection);
  await host.expiries.forget(connection);
  if (!wasSignedIn && tokens === 0) return "nothing";
  await afterSignIn(host, connection);
  return "forgotten";
}

function confirmed(host: Host, connection: string, tokens: number): Promise<boolean> {
  return host.ask.confirm({
    id: "signOut",
    message: `Sign out of ${connection} and forget ${counted(tokens, "token")} of its service users?`,
    detail:
      "UbiOps shows a token once. Tokens go on working where they are used, but nobody can look them up any more.",
    action: "Sign Out",
  });
}
