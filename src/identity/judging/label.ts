import { type Account, accountLabel } from "../account.ts";

/** How a person reads who accounts are about: an e-mail where there is one, the target's first. */
export function labelOf(targets: readonly Account[], sources: readonly Account[]): string {
  const [first] = targets.length > 0 ? targets : sources;
  const email = firstEmail(targets) ?? firstEmail(sources);
  return email ?? (first ? accountLabel(first) : "");
}

function firstEmail(accounts: readonly Account[]): string | undefined {
  return accounts.find((account) => account.emails.length > 0)?.emails[0];
}
