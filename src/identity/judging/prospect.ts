import type { Account, AttributeValue } from "../account.ts";
import type { AttributeSet } from "../directory.ts";
import { type ReadAttribute, tooLong } from "../mapping/evaluate.ts";
import { partsOf } from "../match-rule.ts";
import { type Member, memberOf } from "../person.ts";
import type { DriftPolicy } from "../policy.ts";
import { normaliseKey, readString } from "../values.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import { tooLongText, valueOfRule } from "./rule-value.ts";

/** A value that a person's account should have, and the rule that says so. */
export interface Wanted {
  readonly attribute: string;
  readonly value: string;
  /** The rule in words: `displayName from tacc.fullName`. */
  readonly rule: string;
  /** What the rule does where the target's value has moved by itself. */
  readonly drift: DriftPolicy;
}

/** What the `set` rules want of a person. */
export interface Wants {
  readonly wanted: readonly Wanted[];
  /** Why an attribute cannot be set, in a sentence for each: its rule gives a text that is too long. */
  readonly failed: readonly string[];
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
): Wants {
  const wanted: Wanted[] = [];
  const failed: string[] = [];
  const read = readFrom(members);
  const undecidable = new Set<string>();
  for (const rule of policy.set) {
    const { attribute, connections, drift } = rule;
    const isDecided = undecidable.has(attribute) || wanted.some((earlier) => earlier.attribute === attribute);
    if (isDecided || (rule.on === "create" && target)) continue;
    const unsure = connections.some(
      (connection) => incomplete.has(connection) && !memberOf(members, connection),
    );
    if (unsure) undecidable.add(attribute);
    else if (!rule.when || rule.when(personResource(policy, members, target))) {
      const found = valueOfRule(rule, read);
      if (!found) continue;
      if (found.value !== tooLong) wanted.push({ attribute, value: found.value, rule: found.rule, drift });
      else {
        undecidable.add(attribute);
        failed.push(tooLongText(found.rule));
      }
    }
  }
  return { wanted, failed };
}

function readFrom(members: readonly Member[]): ReadAttribute {
  return ({ connection, path }) => {
    const member = memberOf(members, connection);
    return member && readString(member.account, path);
  };
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
  for (const { target, source } of policy.match.flatMap(partsOf)) {
    if (target !== "emails.value") continue;
    const account = memberOf(members, source.connection)?.account;
    const email = account && readString(account, source.path);
    if (email) return email;
  }
  return undefined;
}

/**
 * Whether two values of an attribute of the target are the same. User names are not case-exact in SCIM, so that one that
 * differs in case only is left as it is; names that people read are compared to the letter.
 */
export function sameValue(attribute: string, a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== "string" || typeof b !== "string") return a === b;
  if (attribute.toLowerCase() === "username")
    return normaliseKey(attribute, a) === normaliseKey(attribute, b);
  return a.trim().normalize("NFC") === b.trim().normalize("NFC");
}
