import { parseJson } from "../server/message.ts";
import { ScimError } from "./scim.ts";

/** What a filter of ODM asks for: values that a user must have exactly. */
export interface UserQuery {
  readonly userName?: string;
  readonly email?: string;
  /** Set where the filter can hold for nobody. */
  readonly nothing?: boolean;
}

const string = /"(?:[^"\\]|\\.)*"/.source;
const userNameTest = new RegExp(`^userName +eq +(${string})`, "i");
const emailTest = new RegExp(`^emails\\[ *type +eq +(${string}) +and +value +eq +(${string}) *\\]`, "i");
const groupNameTest = new RegExp(`^displayName +eq +(${string})$`, "i");
const conjunction = /^ +and +/i;

/**
 * Parses the only filters that ODM takes for users: `userName eq "…"`, `emails[type eq "work" and value eq "…"]`
 * and several of them joined by `and`. Throws `ScimError` 400 `invalidFilter` on all others.
 */
export function parseUserFilter(filter: string): UserQuery {
  let rest = filter.trim();
  let query: UserQuery = {};
  for (;;) {
    const [test, length] = takeTest(rest, filter);
    query = both(query, test);
    rest = rest.slice(length);
    if (rest === "") return query;
    const [and] = conjunction.exec(rest) ?? [];
    if (and === undefined) throw refused(filter);
    rest = rest.slice(and.length);
  }
}

/** Parses the only filter that ODM takes for groups, `displayName eq "…"`, and gives the name. Throws like the one for users. */
export function parseGroupFilter(filter: string): string {
  const [, name] = groupNameTest.exec(filter.trim()) ?? [];
  if (name === undefined) throw refused(filter);
  return literal(name, filter);
}

function takeTest(rest: string, filter: string): [UserQuery, number] {
  const byName = userNameTest.exec(rest);
  if (byName) return [{ userName: literal(byName[1], filter) }, byName[0].length];
  const byEmail = emailTest.exec(rest);
  if (!byEmail) throw refused(filter);
  const [all, type, value] = byEmail;
  const email = literal(value, filter);
  return [literal(type, filter) === "work" ? { email } : { nothing: true }, all.length];
}

function literal(text: string | undefined, filter: string): string {
  const value = parseJson(text ?? "");
  if (typeof value !== "string") throw refused(filter);
  return value;
}

function both(left: UserQuery, right: UserQuery): UserQuery {
  const contradicts = (["userName", "email"] as const).some(
    (name) => left[name] !== undefined && right[name] !== undefined && left[name] !== right[name],
  );
  return { ...left, ...right, ...(contradicts ? { nothing: true } : {}) };
}

function refused(filter: string): ScimError {
  return new ScimError(400, `The filter is not supported: ${filter}`, "invalidFilter");
}
