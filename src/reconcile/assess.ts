import type { Account } from "../identity/account.ts";
import type { Directory } from "../identity/directory.ts";
import type { CompiledPolicy } from "../identity/judging/compiled-policy.ts";
import { sameValue } from "../identity/judging/prospect.ts";
import type { Change, ValueChange } from "../identity/plan.ts";
import { normaliseKey, readStrings } from "../identity/values.ts";

/** How an account stands to a change that is about to be made. */
export type Assessment =
  /** As it was when the change was planned: go on. */
  | { readonly state: "asPlanned"; readonly account?: never }
  /** As it should be after the change: nothing to do. */
  | { readonly state: "landed"; readonly account?: Account }
  /** Neither: somebody else has changed it, or it may not be touched any more. */
  | { readonly state: "changed"; readonly why: string; readonly account?: Account };

/** Reads again what a change touches and compares it with what was planned. Rejects with a DirectoryFailure. */
export async function assess(change: Change, target: Directory, policy: CompiledPolicy): Promise<Assessment> {
  if (change.target.id === null) return assessCreation(change, target);
  const account = await target.get(change.target.id);
  if (!account) return assessHidden(change, target);
  if (policy.isProtected(account.attributes))
    return { state: "changed", why: "It is held by the protect rule now." };
  if (!policy.inScope(account.attributes)) return { state: "changed", why: "It is out of scope now." };
  return compare(change, account);
}

async function assessCreation(change: Change, target: Directory): Promise<Assessment> {
  const emails = emailsOf(change);
  const { accounts } = await target.lookUp({ email: emails });
  const wanted = new Set(emails.map((email) => normaliseKey("emails.value", email)));
  const existing = accounts.find((account) =>
    account.emails.some((email) => wanted.has(normaliseKey("emails.value", email))),
  );
  if (!existing) return { state: "asPlanned" };
  if (disagreements(change, existing, "to").length === 0) return { state: "landed", account: existing };
  return {
    state: "changed",
    why: `${target.connection} ${existing.id} has this e-mail address now.`,
    account: existing,
  };
}

/** The e-mail addresses that a creation gives the new account. */
export function emailsOf({ set }: Pick<Change, "set">): readonly string[] {
  const emails = set.emails?.to;
  return Array.isArray(emails) ? emails.map((email) => email.value) : [];
}

function assessHidden(change: Change, target: Directory): Assessment {
  const hides = target.abilities.enumerates === "active";
  if (hides && change.action === "reactivate") return { state: "asPlanned" };
  if (hides && change.action === "deactivate") return { state: "landed" };
  return { state: "changed", why: "It is not shown any more: it was deactivated or removed." };
}

function compare(change: Change, account: Account): Assessment {
  if (disagreements(change, account, "to").length === 0) return { state: "landed", account };
  const moved = disagreements(change, account, "from");
  if (moved.length === 0) return { state: "asPlanned" };
  const details = moved.map(([attribute, { from }]) => {
    const present = JSON.stringify(presentValue(account, attribute));
    return `${attribute} is ${present}, not ${JSON.stringify(from)} as planned`;
  });
  return { state: "changed", why: `It was changed since the plan was made: ${details.join("; ")}.` };
}

function disagreements(
  change: Change,
  account: Account,
  side: "from" | "to",
): readonly (readonly [string, ValueChange])[] {
  return Object.entries(change.set).filter(
    ([attribute, value]) =>
      attribute !== "emails" && !sameValue(attribute, presentValue(account, attribute), value[side]),
  );
}

function presentValue(account: Account, attribute: string): string | boolean | null {
  return attribute === "active" ? account.active : (readStrings(account, attribute)[0] ?? null);
}
