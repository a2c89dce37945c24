import type { Account } from "../account.ts";
import type { AttributeSet } from "../directory.ts";
import type { AlreadyLinked, Disputed } from "../person.ts";
import type { Situation } from "../situation.ts";
import type { Context } from "./context.ts";
import { decideSituation, type Facts } from "./decision.ts";
import { disputeSteps, turnedAwaySteps } from "./explanation.ts";
import { labelOf } from "./label.ts";
import type { PersonJudgement } from "./person-judgement.ts";
import { prospectiveAccount, wantedValues } from "./prospect.ts";

/** Judges accounts that could belong together in more than one way: nothing is changed, a person decides. */
export function judgeDispute(context: Context, disputed: Disputed): PersonJudgement {
  const { targets, sources } = disputed;
  const resources =
    targets.length > 0 ? targets.map((target) => target.attributes) : [prospectOfStrangers(context, sources)];
  const situation = decideForGroup(context, resources, "several");
  const sides = [...targets, ...sources].map((account) => `${account.connection} ${account.id}`).join(", ");
  return {
    ...groupJudgement(context, situation, targets, sources),
    why: `${sides} could belong together in more than one way.`,
    disputed,
    get steps() {
      return disputeSteps(context, disputed, situation);
    },
  };
}

/** Judges a source account whose only candidate belongs to another account of that source. */
export function judgeTurnedAway(context: Context, turnedAway: AlreadyLinked): PersonJudgement {
  const { account, target, rival } = turnedAway;
  const resource = prospectOfStrangers(context, [account]);
  const situation = decideForGroup(context, [resource], "taken");
  const taken = target ? `${target.connection} ${target.id}` : "the person it agrees with";
  return {
    ...groupJudgement(context, situation, [], [account]),
    why: `Agrees with ${taken}, which belongs to ${rival.connection} ${rival.id} already.`,
    get steps() {
      return turnedAwaySteps(context, turnedAway, situation);
    },
  };
}

/** The resource that scope and protection are evaluated on where the target has no account. */
function prospectOfStrangers({ policy, incomplete }: Context, sources: readonly Account[]): AttributeSet {
  const members = sources.map((account) => ({ account, evidence: "", known: false }));
  const { wanted } = wantedValues(policy, members, undefined, incomplete);
  return prospectiveAccount(policy, members, wanted);
}

/** A group is protected where all of its accounts are, and in scope where any is. */
function decideForGroup(
  { policy }: Context,
  resources: readonly unknown[],
  candidates: Facts["candidates"],
): Situation {
  return decideSituation({
    candidates,
    protected: resources.every(policy.isProtected),
    inScope: resources.some(policy.inScope),
    target: "none",
    alive: true,
    linked: false,
    complete: true,
  });
}

function groupJudgement(
  { policy }: Context,
  situation: Situation,
  targets: readonly Account[],
  sources: readonly Account[],
): Omit<PersonJudgement, "why" | "steps"> {
  return {
    person: labelOf(targets, sources),
    targets,
    sources,
    links: [],
    newLinks: [],
    situation,
    action: policy.situations[situation] === "ignore" ? "ignore" : "report",
    set: {},
    wanted: [],
    failed: [],
    compared: [],
  };
}
