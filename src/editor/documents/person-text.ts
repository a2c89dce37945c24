import { type Account, accountLabel } from "../../identity/account.ts";
import type { Change } from "../../identity/plan.ts";
import { attributeRows, type PersonRecord } from "../../session/person.ts";
import { markdownText } from "../tree/node.ts";
import { actionWords, situationWords, valueChangeText } from "../views/reconciliation/words.ts";
import { linkText } from "../views/users/link-text.ts";
import { resultWords } from "./result-words.ts";

/** Everyone who carries a key, as Markdown: accounts side by side, links, how they were judged, what a plan changes, and what was done. */
export function personText(key: string, records: readonly PersonRecord[]): string {
  if (records.length === 0) return `Nobody carries ${cell(key)} any more.\n`;
  return `${records.map(recordText).join("\n\n---\n\n")}\n`;
}

function recordText({ judgement, changes, history }: PersonRecord): string {
  const { person, targets, sources, links, situation, action, withheld, why, steps } = judgement;
  const accounts = [...targets, ...sources];
  return [
    `# ${cell(person)}`,
    `**${cell(situation)}** (${situationWords[situation]}): ${cell(why)}`,
    `Action: **${cell(action)}**${withheld === undefined ? "" : `, withheld (${withheld})`}`,
    "## Accounts",
    accounts.length === 0 ? "There are none." : accountsTable(accounts),
    "## Links",
    listOf(
      links.map(({ connection, id, evidence }) => {
        const { how, run, day } = linkText(evidence);
        const since = run === undefined ? "found now" : `since ${day ?? "an earlier run"}, run ${run}`;
        return `${cell(connection)} ${cell(id)}: ${cell(how)} (${cell(since)})`;
      }),
      "No account is linked.",
    ),
    "## What the plan changes",
    listOf(changes.map(changeText), "Nothing."),
    "## How it was judged",
    steps.map(({ step, text }, index) => `${index + 1}. **${cell(step)}** ${cell(text)}`).join("\n"),
    "## History",
    history.length === 0
      ? "No run has changed these accounts."
      : table(
          ["When", "Result", "Action", "What", "Run"],
          history.map(({ at, result, why: reason, change, run }) => [
            at.replace("T", " ").replace(/\.\d+Z$/, " UTC"),
            reason === undefined ? resultWords[result] : `${resultWords[result]}: ${reason}`,
            actionWords[change.action].title,
            valuesOf(change).join("; "),
            run,
          ]),
        ),
  ].join("\n\n");
}

function accountsTable(accounts: readonly Account[]): string {
  return table(
    ["", ...accounts.map((account) => `${account.connection}: ${accountLabel(account)}`)],
    attributeRows(accounts).map(({ attribute, values }) => [
      attribute,
      ...values.map((value) => value ?? ""),
    ]),
  );
}

function changeText(change: Change): string {
  const title = `**${actionWords[change.action].title}**: ${cell(change.why)}`;
  return [title, ...valuesOf(change).map((value) => `  - ${cell(value)}`)].join("\n");
}

function valuesOf({ set, grant }: Change): readonly string[] {
  return [
    ...Object.entries(set).map(([attribute, value]) => `${attribute}: ${valueChangeText(value)}`),
    ...(grant ? [`${grant.permission} on ${grant.kind} ${grant.label}`] : []),
  ];
}

function listOf(lines: readonly string[], none: string): string {
  return lines.length === 0 ? none : lines.map((line) => `- ${line}`).join("\n");
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(titles), `|${titles.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

const longest = 300;

/**
 * Text from outside in one line, with nothing in it that Markdown, HTML or the order of letters on screen could be steered by. No
 * URL becomes a link.
 */
function cell(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
  const short = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return markdownText(short).replaceAll("://", ":&#8203;//");
}
