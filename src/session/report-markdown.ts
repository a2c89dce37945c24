import type { Change } from "../identity/plan.ts";
import { changeActions } from "../identity/situation.ts";
import { undoRemarks } from "../identity/undo.ts";
import type { Outcome, RunState } from "../reconcile/report.ts";
import type { RecordedReport } from "./types.ts";

const states: Readonly<Record<RunState, string>> = {
  running: "interrupted, can be resumed",
  cancelled: "cancelled, can be resumed",
  stopped: "stopped after failures, can be resumed",
  done: "done",
};

const results = ["failed", "skipped", "succeeded"] as const satisfies readonly Outcome["result"][];

/** The report of a run as a Markdown document: a header, counts, what did not succeed first, and what cannot be undone. */
export function reportMarkdown({ report, plan, leftOut }: RecordedReport): string {
  const reached = new Set(report.outcomes.map(({ change }) => change.id));
  const left = new Set(leftOut.map(({ id }) => id));
  const succeeded = report.outcomes.filter(({ result }) => result === "succeeded");
  const sections = [
    [`# Run ${markdown(report.id)}`],
    table(["", ""], headerRows({ report, plan, leftOut })),
    ["## Counts"],
    table(["Action", ...results.map(capital)], countRows(report.outcomes)),
    ...results.flatMap((result) => outcomeSection(report.outcomes, result)),
    ...changeSection("Left out", leftOut),
    ...changeSection(
      "Not reached",
      plan.changes.filter(({ id }) => !reached.has(id) && !left.has(id)),
    ),
    ...remarkSection(undoRemarks(succeeded.map(({ change }) => change)).slice(1)),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headerRows({ report, plan, leftOut }: RecordedReport): readonly (readonly string[])[] {
  return [
    ["Target", `${plan.target.connection} (${plan.target.url})`],
    ["State", states[report.state]],
    ["Plan", report.plan],
    ...(report.undoes === undefined ? [] : [["Takes back", `run ${report.undoes}`]]),
    ["Started", report.startedAt],
    ...(report.endedAt === undefined ? [] : [["Ended", report.endedAt]]),
    ["Changes", `${report.changes} of ${report.changes + leftOut.length}`],
    ...(report.allowedOver ? plan.blocked.map(({ why }) => ["Allowed over a limit", why]) : []),
  ];
}

function countRows(outcomes: readonly Outcome[]): readonly (readonly string[])[] {
  return changeActions.flatMap((action) => {
    const here = outcomes.filter(({ change }) => change.action === action);
    if (here.length === 0) return [];
    return [[action, ...results.map((each) => String(here.filter(({ result }) => result === each).length))]];
  });
}

function outcomeSection(
  outcomes: readonly Outcome[],
  result: Outcome["result"],
): readonly (readonly string[])[] {
  const here = outcomes.filter((outcome) => outcome.result === result);
  if (here.length === 0) return [];
  const rows = here.map(({ change, why, account }) => [...changeCells(change, account), why ?? change.why]);
  return [[`## ${capital(result)} (${here.length})`], table([...changeTitles, "Reason"], rows)];
}

function changeSection(title: string, changes: readonly Change[]): readonly (readonly string[])[] {
  if (changes.length === 0) return [];
  const rows = changes.map((change) => [...changeCells(change), change.why]);
  return [[`## ${title} (${changes.length})`], table([...changeTitles, "Reason"], rows)];
}

function remarkSection(remarks: readonly string[]): readonly (readonly string[])[] {
  if (remarks.length === 0) return [];
  return [["## Cannot be undone whole"], remarks.map((remark) => `- ${markdown(remark)}`)];
}

const changeTitles = ["Person", "Action", "Account", "Sets"] as const;

function changeCells({ person, action, target, set, grant }: Change, account?: string): readonly string[] {
  const what = grant ? `${grant.permission} on ${grant.label}` : Object.keys(set).join(", ");
  return [person, action, account ?? target.id ?? "", what];
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(markdown).join(" | ")} |`;
  return [line(titles), `|${titles.map(() => " --- |").join("")}`, ...rows.map(line)];
}

/** A text as Markdown shows it to the letter, on one line. */
function markdown(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, "\\$&");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
