import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { ServiceUserResource } from "../../views/service-users/service-user.ts";
import { keptToken, keptTokens } from "../../views/service-users/tokens.ts";

/** Copies the token that is kept for a service user. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const kept = await keptTokens(host);
  const [user]: readonly ServiceUserResource[] = await chooseResources(host, given, "serviceUsers", {
    title: "Copy Kept Token of Service User",
    eligible: {
      test: (each) => kept.has(each),
      none: "No token is kept. UbiOps shows a token once; Reset Token makes a new one.",
    },
  });
  const token = user && (await keptToken(host, user));
  if (token !== undefined) await vscode.env.clipboard.writeText(token);
}
