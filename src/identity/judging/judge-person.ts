import type { AttributeSet } from "../directory.ts";
import type { Judgement } from "../judgement.ts";
import type { Member, Person } from "../person.ts";
import type { GraceWait, LinkRef } from "../plan.ts";
import { type ChangeAction, changeActions, type Situation } from "../situation.ts";
import type { Context } from "./context.ts";
import { decideSituation, type Facts } from "./decision.ts";
import { doubts } from "./doubts.ts";
import { personSteps } from "./explanation.ts";
import { graceWait } from "./grace.ts";
import { labelOf } from "./label.ts";
import type { PersonJudgement } from "./person-judgement.ts";
import { prospectiveAccount, type Wants, wantedValues } from "./prospect.ts";
import { reasonOf } from "./reason.ts";
import { type Compared, compareThreeWays, valuesTreated } from "./three-way.ts";

/** An account that is deactivated, and that no source knows alive, needs nothing and is nobody's concern. */
export function matters(person: Person): boolean {
  return person.target?.active === true || isAlive(person);
}

function isAlive(person: Person): boolean {
  return person.members.some((member) => member.account.active);
}

/** Judges the accounts that belong to one person: situation, action, and what a change would set. */
export function judgePerson(context: Context, person: Person): PersonJudgement {
  const { policy } = context;
  const incomplete = unreadFor(context, person);
  const living = person.members.filter((member) => member.account.active);
  const { wanted, failed } = wantedValues(policy, living, person.target, incomplete);
  const resource = person.target?.attributes ?? prospectiveAccount(policy, living, wanted);
  const facts: Facts = {
    protected: policy.isProtected(resource),
    inScope: policy.inScope(resource),
    candidates: "clear",
    target: !person.target ? "none" : person.target.active ? "active" : "inactive",
    alive: living.length > 0,
    linked: person.lost.length > 0 || person.members.some((member) => member.known),
    complete: isConclusive(context, person),
  };
  const situation = decideSituation(facts);
  const decided = decideAction(context, person, decideSituation({ ...facts, complete: true }), {
    wanted,
    failed,
  });
  const grace = decided.action === "deactivate" ? graceOf(context, person) : undefined;
  const withheld = !isChange(decided.action)
    ? undefined
    : situation === "incomplete"
      ? "incomplete"
      : grace && "grace";
  const isSure = situation !== "incomplete" && !withheld;
  const {
    action,
    set,
    asked = {},
    compared = [],
  } = isSure ? decided : { action: "report" as const, set: {} };
  return {
    person: labelOf(
      person.target ? [person.target] : [],
      person.members.map((member) => member.account),
    ),
    targets: person.target ? [person.target] : [],
    sources: person.members.map((member) => member.account),
    links: person.members.map(linkTo),
    newLinks: person.members.filter((member) => !member.known).map(linkTo),
    situation,
    action,
    set,
    ...(Object.keys(asked).length > 0 && { asked }),
    ...(withheld && isChange(decided.action) && { withheld, postponed: decided.action }),
    ...(withheld === "grace" && grace && { grace }),
    why: decided.obstacle ?? reasonOf(context, person, situation, withheld),
    wanted: wanted.filter(({ attribute }) => attribute in set || attribute in asked),
    failed,
    compared,
    get steps() {
      const told = failed.map((text) => ({ step: "action" as const, text }));
      return [...personSteps(context, person, facts, this), ...told];
    },
  };
}

/** The connections that say nothing certain of a person: not read to their end, or without the account that a person has pinned. */
function unreadFor({ incomplete }: Context, person: Person): ReadonlySet<string> {
  const unmet = doubts(person);
  return unmet.length === 0
    ? incomplete
    : new Set([...incomplete, ...unmet.map(({ connection }) => connection)]);
}

function linkTo({ account, evidence }: Member): LinkRef {
  return { connection: account.connection, id: account.id, evidence };
}

function isChange(action: Judgement["action"]): action is ChangeAction {
  return changeActions.some((change) => change === action);
}

/**
 * Whether what was read carries the conclusion. Nobody is missing from a source, or from the target, that was not read to
 * its end, nobody is created from a half of what is known of them, nothing is concluded
 * while an account that was pinned has not been found, and a match that was found just now is only certain where no rival can be among what was not read.
 */
function isConclusive({ world, incomplete }: Context, person: Person): boolean {
  if (doubts(person).length > 0) return false;
  if (!person.target || !isAlive(person)) return incomplete.size === 0;
  if (incomplete.has(world.target.connection)) return false;
  return person.members.every(
    (member) => member.known || member.pinned || !incomplete.has(member.account.connection),
  );
}

interface Decided {
  readonly action: Judgement["action"];
  readonly set: AttributeSet;
  /** What is left to a person. */
  readonly asked?: AttributeSet;
  readonly compared?: readonly Compared[];
  /** Why the policy's action is not possible. */
  readonly obstacle?: string;
}

function decideAction(
  context: Context,
  person: Person,
  situation: Situation,
  { wanted, failed }: Wants,
): Decided {
  const action = context.policy.situations[situation];
  if (action === "report" || action === "ignore") return { action, set: {} };
  if (action === "deactivate") return { action, set: { active: false } };
  if (action === "create") {
    if (failed.length > 0) return { action: "report", set: {}, obstacle: failed.join(" ") };
    const set = prospectiveAccount(
      context.policy,
      person.members.filter((member) => member.account.active),
      wanted,
    );
    if (set.emails) return { action, set };
    return {
      action: "report",
      set: {},
      obstacle: "No source gives an e-mail address to create the account with.",
    };
  }
  const compared = person.target ? compareThreeWays(wanted, person.target, context.agreed) : [];
  const [set, asked] = [valuesTreated(compared, "change"), valuesTreated(compared, "ask")];
  if (action === "reactivate") return { action, set: { active: true, ...set }, asked, compared };
  const isChanged = Object.keys(set).length + Object.keys(asked).length > 0;
  return { action: isChanged ? "update" : "none", set, asked, compared };
}

function graceOf({ world, policy }: Context, { target }: Person): GraceWait | undefined {
  const seen = world.missing.find(({ targetId }) => targetId === target?.id);
  return policy.grace && graceWait(policy.grace, seen, world.now);
}
