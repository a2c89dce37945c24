import type { Judgement } from "../judgement.ts";
import type { Member, Person } from "../person.ts";
import type { Pin } from "../pin.ts";
import type { Situation } from "../situation.ts";
import type { Context } from "./context.ts";
import { doubts } from "./doubts.ts";

/** The reason for a person's situation, in one sentence with the evidence. */
export function reasonOf(
  context: Context,
  person: Person,
  situation: Situation,
  withheld: Judgement["withheld"],
): string {
  if (withheld === "grace")
    return `Missing from every source since less than the grace period: ${formerly(person)}.`;
  return reasons[situation](person, context);
}

const reasons: Readonly<Record<Situation, (person: Person, context: Context) => string>> = {
  confirmed: (person) => `Linked to ${present(person)}.`,
  found: (person) => `Belongs to ${evident(person)}.`,
  absent: (person, { policy }) => `Has no account in ${policy.target}, but is known as ${present(person)}.`,
  dormant: (person, { policy }) => `Deactivated in ${policy.target}, but alive as ${evident(person)}.`,
  sourceMissing: (person) => `No source knows this person alive any more: ${formerly(person)}.`,
  unassigned: () => "No source knows this account, and it was never linked.",
  outOfScope: () => "Not matched by the scope filter.",
  protected: () => "Matched by the protect rule.",
  incomplete: (person, { incomplete, world }) =>
    `Not certain, because ${join([
      ...(incomplete.size > 0 ? [`${join([...incomplete])} could not be read to the end`] : []),
      ...doubts(person).map((pin) => `${missingOf(pin, person, world.target.connection)} was not found`),
    ])}.`,
  ambiguous: () => "Could belong together with others in more than one way.",
  alreadyLinked: () => "Agrees with an account that belongs to another.",
};

/** The account of a pin that is not there, and the one that it is pinned to. */
function missingOf({ connection, id, targetId }: Pin, { target: shown }: Person, target: string): string {
  const [one, other] = [`${target} ${targetId}`, `${connection} ${id}`];
  return shown ? `${other}, which ${one} is pinned to,` : `${one}, which ${other} is pinned to,`;
}

function present({ members }: Person): string {
  return join(members.map(({ account }) => `${account.connection} ${account.id}`));
}

function evident({ members }: Person): string {
  return join(members.map((member) => `${member.account.connection} ${member.account.id} (${how(member)})`));
}

function how({ known, evidence }: Member): string {
  return known ? "linked" : evidence;
}

function formerly({ lost, members }: Person): string {
  const gone = lost.map((link) => `${link.connection} ${link.id} is gone`);
  const inactive = members.map(({ account }) => `${account.connection} ${account.id} is inactive`);
  return join([...gone, ...inactive]);
}

/** `a`, `a and b`, `a, b and c`. */
function join(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
