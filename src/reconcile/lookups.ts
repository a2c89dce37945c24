import type { Account } from "../identity/account.ts";
import type { Lookup, LookupKey } from "../identity/directory.ts";
import { comparisonOf, partsOf, sourceOf } from "../identity/match-rule.ts";
import type { MatchPart, MatchRule, Policy } from "../identity/policy.ts";
import type { SourceAttribute } from "../identity/source-attribute.ts";
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
 * and the other sources carry, and the accounts that earlier runs have linked or people have pinned. Each key once, whatever its
 * case. A rule over several attributes asks by the first that the directory can be asked by.
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
    if (sourceOf(rule) !== directory.connection) continue;
    const asked = partAsked(rule, directory.lookupKeys);
    if (!asked) continue;
    const { target } = asked;
    const key = lookupKeyOf[target];
    for (const account of targets) add(target, key, readStrings(account, target));
    for (const { connection, path } of comparedWith(target, rule, policy.match)) {
      for (const account of others) {
        if (account.connection === connection) add(target, key, readStrings(account, path));
      }
    }
  }
  const byId = keys.has("id") ? "id" : "userName";
  const linked = links.filter((link) => link.connection === directory.connection).map((link) => link.id);
  add("id", byId, linked);
  return Object.fromEntries([...keys].map(([key, values]) => [key, [...values.values()].toSorted()]));
}

/** The pair of a rule that accounts are asked for by: all that agree in every pair agree in that one. */
function partAsked(rule: MatchRule, lookupKeys: readonly LookupKey[]): MatchPart | undefined {
  return partsOf(rule).find(({ target }) => {
    const key = lookupKeyOf[target];
    return key !== undefined && lookupKeys.includes(key);
  });
}

/** The attributes of sources that rules over the same attributes of the target compare with one of these. */
function comparedWith(
  target: string,
  rule: MatchRule,
  rules: readonly MatchRule[],
): readonly SourceAttribute[] {
  const compared = comparisonOf(rule);
  return rules
    .filter((other) => comparisonOf(other) === compared)
    .flatMap((other) => partsOf(other).filter((part) => part.target === target))
    .map(({ source }) => source);
}
