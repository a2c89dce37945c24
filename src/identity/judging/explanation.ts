import type { Account } from "../account.ts";
import { graceSentence } from "../grace-words.ts";
import type { Step } from "../judgement.ts";
import { printMatchRule } from "../match-rule.ts";
import type { AlreadyLinked, Disputed, Person } from "../person.ts";
import { type Pin, pinText } from "../pin.ts";
import type { Situation } from "../situation.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./decision.ts";
import type { PersonJudgement } from "./person-judgement.ts";
import { driftSentence } from "./three-way.ts";

/** Every step for a person, from what was read to what is done. */
export function personSteps(
  context: Context,
  person: Person,
  facts: Facts,
  judgement: PersonJudgement,
): readonly Step[] {
  const accounts = person.members.map((member) => member.account);
  return [
    ...(person.target
      ? [readStep(person.target, person.hidden ? "not shown any more; as last seen" : "read")]
      : []),
    ...accounts.map((account) => readStep(account, account.active ? "read" : "read; inactive")),
    ...person.lost.map(
      (link): Step => ({ step: "read", text: `${link.connection} ${link.id}: not found (${link.evidence})` }),
    ),
    { step: "scope", text: scopeText(facts) },
    ...person.members.map(
      ({ account, evidence }): Step => ({
        step: "match",
        text: `${account.connection} ${account.id}: ${evidence}`,
      }),
    ),
    ...pinSteps(context, person),
    situationStep(judgement.situation, judgement.why),
    ...driftSteps(judgement),
    actionStep(context, judgement),
  ];
}

/** What people have said of this person that no account shows: pins of what was not found, and accounts that belong elsewhere. */
function pinSteps({ policy, world }: Context, { target, members, unmet }: Person): readonly Step[] {
  const own = new Set(members.map(({ account }) => JSON.stringify([account.connection, account.id])));
  const apart = (policy.apart ?? []).filter(
    ({ targetId, connection, id }) => targetId === target?.id || own.has(JSON.stringify([connection, id])),
  );
  const pair = ({ targetId, connection, id }: Pin) =>
    `${connection} ${id} and ${world.target.connection} ${targetId}`;
  return [
    ...unmet.map((pin): Step => ({ step: "match", text: `${pair(pin)}: ${pinText(pin)}; not both found` })),
    ...apart.map(
      (pin): Step => ({ step: "match", text: `${pair(pin)}: apart${pin.note ? `: ${pin.note}` : ""}` }),
    ),
  ];
}

/** Every step for accounts that could belong together in more than one way. */
export function disputeSteps(
  context: Context,
  { rules, targets, sources }: Disputed,
  situation: Situation,
): readonly Step[] {
  const names = rules.map((rule) => ruleText(context, rule)).join("; ");
  return [
    ...[...targets, ...sources].map((account) => readStep(account, "read")),
    { step: "match", text: `More than one candidate by ${names}` },
    situationStep(situation, "a person has to decide; nothing is guessed"),
    { step: "action", text: "report: nothing is changed" },
  ];
}

/** Every step for a source account whose only candidate is taken. */
export function turnedAwaySteps(
  context: Context,
  { account, target, rival, rule }: AlreadyLinked,
  situation: Situation,
): readonly Step[] {
  const taken = target ? `${target.connection} ${target.id}` : "the person";
  return [
    readStep(account, "read"),
    {
      step: "match",
      text: `${ruleText(context, rule)} leads to ${taken}, which ${rival.connection} ${rival.id} belongs to`,
    },
    situationStep(situation, "one account of a source for each person"),
    { step: "action", text: "report: nothing is changed" },
  ];
}

/** A match rule as it stands in the configuration: `emails.value = tacc.email (match[2])`. */
export function ruleText({ policy }: Context, position: number): string {
  const rule = policy.match[position];
  return rule ? `${printMatchRule(rule, "=")} (match[${position}])` : `match[${position}]`;
}

function readStep(account: Account, how: string): Step {
  const names = [account.userName, account.displayName, account.emails[0]].filter((name) => name);
  return {
    step: "read",
    text: `${account.connection} ${account.id}: ${how} (${[...new Set(names)].join(", ")})`,
  };
}

function scopeText(facts: Facts): string {
  if (facts.protected) return "matches the protect rule";
  return facts.inScope ? "in scope, not protected" : "not matched by the scope filter";
}

function situationStep(situation: Situation, why: string): Step {
  return { step: "situation", text: `${situation}: ${why}` };
}

/** What has become of each attribute since both sides last agreed. */
function driftSteps({ compared }: PersonJudgement): readonly Step[] {
  return compared.flatMap((each): readonly Step[] => {
    const sentence = driftSentence(each);
    return sentence === undefined ? [] : [{ step: "drift", text: `${each.wanted.attribute}: ${sentence}` }];
  });
}

function actionStep({ policy }: Context, judgement: PersonJudgement): Step {
  const asked = `situations.${judgement.situation} = ${policy.situations[judgement.situation]}`;
  if (judgement.withheld) {
    const wait = judgement.grace ? ` ${graceSentence(judgement.grace)}` : "";
    return { step: "action", text: `withheld (${judgement.withheld}); ${asked}.${wait}` };
  }
  const values = Object.entries(judgement.set).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  for (const [name, value] of Object.entries(judgement.asked ?? {}))
    values.push(`${name} = ${JSON.stringify(value)} if a person says so`);
  return { step: "action", text: [judgement.action, ...values].join(", ").concat(` (${asked})`) };
}
