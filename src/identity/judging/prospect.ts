import type { Account, AttributeValue } from "../account.ts";
import type { AttributeSet } from "../directory.ts";
import type { Member } from "../person.ts";
import { normaliseKey, readString } from "../values.ts";
import type { CompiledPolicy, CompiledSetRule } from "./compiled-policy.ts";

/** A value that a person's account should have, and the rule that says so. */
export interface Wanted {
  readonly attribute: string;
  readonly value: string;
  /** The rule in words: `displayName from tacc.fullName`. */
  readonly rule: string;
}

/**
 * What the `set` rules want of a person: for each attribute the first rule that applies. A rule whose source could not be
 * read to its end says nothing about people who have no account there, and neither does any later rule for that attribute.
 */
export function wantedValues(
  policy: CompiledPolicy,
  members: readonly Member[],
  target: Account | undefined,
  incomplete: ReadonlySet<string>,
): readonly Wanted[] {
  const person = personResource(policy, members, target);
  const decided = new Map<string, Wanted | undefined>();
  for (const rule of policy.set) {
    const key = rule.attribute.toLowerCase();
    if (decided.has(key) || (rule.on === "create" && target)) continue;
    const unsure = rule.from.some(
      (source) => incomplete.has(source.connection) && !memberOf(members, source.connection),
    );
    const value = unsure ? undefined : valueFrom(rule, members, person);
    if (unsure || value) decided.set(key, value);
  }
  return [...decided.values()].filter((wanted) => wanted !== undefined);
}

function valueFrom(rule: CompiledSetRule, members: readonly Member[], person: unknown): Wanted | undefined {
  if (rule.when && !rule.when(person)) return undefined;
  for (const source of rule.from) {
    const account = memberOf(members, source.connection)?.account;
    const value = account && readString(account, source.path);
    if (value)
      return {
        attribute: rule.attribute,
        value,
        rule: `${rule.attribute} from ${source.connection}.${source.path}`,
      };
  }
  return undefined;
}

function memberOf(members: readonly Member[], connection: string): Member | undefined {
  return members.find((member) => member.account.connection === connection);
}

/** The person as `when` filters see them: one complex attribute for each connection that knows them. */
function personResource(
  policy: CompiledPolicy,
  members: readonly Member[],
  target: Account | undefined,
): Record<string, unknown> {
  const resource: Record<string, unknown> = {};
  if (target) resource[policy.target] = target.attributes;
  for (const { account } of members) resource[account.connection] = account.attributes;
  return resource;
}

/**
 * The account that would be created for a person (RFC 7643 section 4.1): what the rules want, the e-mail that the match
 * rules would find it by, and the e-mail again where a user name or display name is still missing.
 * `emails` is absent where no source knows one.
 */
export function prospectiveAccount(
  policy: CompiledPolicy,
  members: readonly Member[],
  wanted: readonly Wanted[],
): AttributeSet {
  const email = emailOf(policy, members);
  const set: Record<string, AttributeValue> = {};
  for (const { attribute, value } of wanted) set[attribute] = value;
  if (email) {
    set.emails = [{ value: email, type: "work", primary: true }];
    set.userName ??= email;
    set.displayName ??= email;
  }
  set.active = true;
  return set;
}

function emailOf(policy: CompiledPolicy, members: readonly Member[]): string | undefined {
  for (const rule of policy.match) {
    if (rule.target !== "emails.value") continue;
    const account = memberOf(members, rule.source.connection)?.account;
    const email = account && readString(account, rule.source.path);
    if (email) return email;
  }
  return undefined;
}

/**
 * Whether two values of an attribute of the target are the same. User names are not case-exact in SCIM, so that one that
 * differs in case only is left as it is; names that people read are compared to the letter.
 */
export function sameValue(attribute: string, a: unknown, b: unknown): boolean {
  if (typeof a !== "string" || typeof b !== "string") return a === b;
  if (attribute.toLowerCase() === "username")
    return normaliseKey(attribute, a) === normaliseKey(attribute, b);
  return a.trim().normalize("NFC") === b.trim().normalize("NFC");
}
