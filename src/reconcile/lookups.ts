import type { Account } from "../identity/account.ts";
import type { Lookup, LookupKey } from "../identity/directory.ts";
import type { Policy } from "../identity/policy.ts";
import { normaliseKey, readStrings } from "../identity/values.ts";
import type { KnownLink } from "../identity/world.ts";

/** What an attribute of the target is called where accounts are looked up by it. */
const lookupKeyOf: Readonly<Record<string, LookupKey>> = {
  externalId: "id",
  "emails.value": "email",
  userName: "userName",
};

/**
 * The keys to look up in a directory that cannot be enumerated: for each match rule the values that the target's accounts
 * and the other sources carry, and the accounts that earlier runs have linked or people have pinned. Each key once, whatever its case.
 */
export function keysToLookUp(
  directory: { readonly connection: string; readonly lookupKeys: readonly LookupKey[] },
  policy: Policy,
  targets: readonly Account[],
  others: readonly Account[],
  links: readonly Omit<KnownLink, "evidence">[],
): Lookup {
  const keys = new Map<LookupKey, Map<string, string>>(directory.lookupKeys.map((key) => [key, new Map()]));
  const add = (attribute: string, key: LookupKey | undefined, values: readonly string[]) => {
    const wanted = key && keys.get(key);
    for (const value of wanted ? values : []) wanted?.set(normaliseKey(attribute, value), value);
  };
  for (const rule of policy.match) {
    if (rule.source.connection !== directory.connection) continue;
    const key = lookupKeyOf[rule.target];
    for (const account of targets) add(rule.target, key, readStrings(account, rule.target));
    for (const other of policy.match) {
      if (other.target !== rule.target) continue;
      for (const account of others) {
        if (account.connection === other.source.connection)
          add(rule.target, key, readStrings(account, other.source.path));
      }
    }
  }
  const byId = keys.has("id") ? "id" : "userName";
  const linked = links.filter((link) => link.connection === directory.connection).map((link) => link.id);
  add("id", byId, linked);
  return Object.fromEntries([...keys].map(([key, values]) => [key, [...values.values()].toSorted()]));
}
