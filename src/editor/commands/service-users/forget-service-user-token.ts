import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { showAllAgain } from "../../resources/show-again.ts";
import type { ServiceUserResource } from "../../views/service-users/service-user.ts";
import { forgetToken, keptTokens } from "../../views/service-users/tokens.ts";

/** Removes the tokens that are kept for the selected service users, after one question: they are not shown again. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const kept = await keptTokens(host);
  const users: readonly ServiceUserResource[] = await chooseResources(host, given, "serviceUsers", {
    title: "Forget Kept Token of Service User",
    eligible: { test: (each) => kept.has(each), none: "No token is kept." },
  });
  if (users.length === 0) return;
  const approved = await host.ask.confirm({
    id: "forget",
    message: `Forget the kept token of ${users.map(({ name }) => name).join(", ")}?`,
    detail: "It goes on working where it is used, but nobody can look it up any more.",
    action: "Forget",
  });
  if (!approved) return;
  for (const user of users) await forgetToken(host, user);
  await showAllAgain(host, "serviceUsers", users);
}
