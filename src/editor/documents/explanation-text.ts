import { type Account, accountLabel } from "../../identity/account.ts";
import type { Judgement, Step } from "../../identity/judgement.ts";

/** How everyone who carries a key was judged, step by step. */
export function explanationText(key: string, judgements: readonly Judgement[]): string {
  return `${judgements.map((judgement) => judgementText(key, judgement)).join("\n\n")}\n`;
}

function judgementText(key: string, judgement: Judgement): string {
  const {
    person,
    targets,
    sources,
    situation,
    action,
    why,
    steps,
    links,
    set,
    withheld,
    asked = {},
  } = judgement;
  const evidence = (account: Account) =>
    links.find(({ connection, id }) => connection === account.connection && id === account.id)?.evidence;
  return [
    person === key ? person : `${person} (asked for ${key})`,
    "",
    `Situation  ${situation}`,
    `Action     ${action}${withheld === undefined ? "" : ` (withheld: ${withheld})`}`,
    `Reason     ${why}`,
    "",
    "Accounts",
    ...[...targets, ...sources].map((account) => `  ${accountLine(account, evidence(account))}`),
    ...section(
      "Sets",
      Object.entries(set).map(([attribute, value]) => `${attribute} = ${JSON.stringify(value)}`),
    ),
    ...section(
      "Sets if you say so",
      Object.entries(asked).map(([attribute, value]) => `${attribute} = ${JSON.stringify(value)}`),
    ),
    ...section("Steps", steps.map(stepLine)),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function stepLine({ step, text }: Step): string {
  return `${step.padEnd(9)}  ${text}`;
}

function accountLine(account: Account, evidence: string | undefined): string {
  const notes = [account.active ? undefined : "inactive", evidence].filter(Boolean).join(", ");
  return `${account.connection}  ${account.id}  ${accountLabel(account)}${notes === "" ? "" : `  (${notes})`}`;
}
