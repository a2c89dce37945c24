import { graceSentence } from "../../identity/grace-words.ts";
import type { Attributed } from "../../identity/leavers/leaver.ts";
import type { Change, Dispute, Plan, PlanSource } from "../../identity/plan.ts";
import { changeActions, situations } from "../../identity/situation.ts";
import { undoRemarks } from "../../identity/undo.ts";
import { linkCommand, waysToSettle } from "../link-commands.ts";
import type { Paint } from "../output/paint.ts";
import { count, counted, printable } from "../output/printable.ts";
import { table } from "../output/table.ts";
import { changeLines, originText } from "./change-lines.ts";
import { valueText } from "./value.ts";

/** How much of a plan is shown. */
export interface PlanView {
  readonly paint: Paint;
  /** The most entries of one kind; the rest is only counted. */
  readonly most: number;
}

/** A plan for people: a summary, then disputes, changes, what was withheld and reported, and what blocks it. */
export function renderPlan(plan: Plan, view: PlanView): string[] {
  const sections = [
    summary(plan, view),
    disputes(plan, view),
    suggestions(plan, view),
    ...changeActions.map((action) => changesOf(plan, action, view)),
    drifts(plan, view),
    withheld(plan, view),
    reports(plan, view),
    leavers(plan, view),
    access(plan, view),
    lasting(plan, view),
    blocked(plan, view),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines));
}

function summary(plan: Plan, { paint }: PlanView): string[] {
  const { id, target, sources, changes } = plan;
  const tally = new Map<string, number>();
  for (const { action, situation } of changes)
    tally.set(`${action} ${situation}`, (tally.get(`${action} ${situation}`) ?? 0) + 1);
  const rows = changeActions.flatMap((action) =>
    situations.flatMap((situation) => {
      const changed = tally.get(`${action} ${situation}`);
      return changed === undefined ? [] : [[action, situation, count(changed)]];
    }),
  );
  const people = situations.flatMap((situation) => {
    const here = plan.situations[situation];
    return here === undefined || here === 0 ? [] : [[situation, count(here)]];
  });
  const found = [
    ...sources.flatMap((source) => sourceLines(source, paint)),
    "",
    ...table([{ title: "Situation" }, { title: "People", align: "right" }], people, paint),
  ];
  const purpose = plan.undoes === undefined ? "" : `: takes back run ${printable(plan.undoes)}`;
  return [
    `${paint("heading", `Plan ${id.slice(0, 12)}`)} for ${target.connection} (${target.url})${purpose}`,
    ...(plan.snapshot
      ? [paint("warning", `  Made from a snapshot of ${plan.snapshot.takenAt}: it is not applied.`)]
      : []),
    ...(plan.undoes === undefined ? found : []),
    "",
    ...(rows.length > 0
      ? table(
          [{ title: "Action" }, { title: "Situation" }, { title: "Changes", align: "right" }],
          rows,
          paint,
        )
      : [
          paint(
            "good",
            plan.undoes
              ? "No changes: nothing can be taken back."
              : "No changes: everything is as it should be.",
          ),
        ]),
    ...undoLines(changes),
    ...remembered(plan),
  ];
}

/** What a run of the plan remembers without sending anything. */
function remembered({ links, agreed }: Plan): string[] {
  const people = (found: readonly unknown[]) => counted(found.length, "person", "people");
  const lines = [
    ...(links.length > 0 ? [`${people(links)} will be remembered as linked. Nothing is sent for them.`] : []),
    ...(agreed.length > 0
      ? [`The values of ${people(agreed)} will be remembered as agreed. Nothing is sent for them.`]
      : []),
  ];
  return lines.length > 0 ? ["", ...lines] : [];
}

function undoLines(changes: Plan["changes"]): string[] {
  const [remark, ...reasons] = undoRemarks(changes);
  return remark === undefined ? [] : ["", remark, ...reasons.map((reason) => `  ${printable(reason)}`)];
}

function sourceLines({ connection, accounts, complete, notes }: PlanSource, paint: Paint): string[] {
  const proof = complete ? "complete" : paint("warning", "not proven complete");
  return [
    `  ${connection}: ${counted(accounts, "account")}, ${proof}`,
    ...notes.map((note) => paint("faint", `    ${printable(note)}`)),
  ];
}

function disputes(plan: Plan, view: PlanView): string[] {
  return listed("Disputes: a person has to decide", "warning", plan.disputes, view, (dispute: Dispute) => [
    printable(dispute.why),
    ...dispute.candidates.map(
      ({ connection, id, label }) => `  ${connection} ${printable(id)}  ${printable(label)}`,
    ),
    ...waysToSettle(dispute, plan.target.connection).map(
      (way, index) =>
        `  ${view.paint("faint", `${index === 0 ? "settle with" : "or         "}  ${printable(way)}`)}`,
    ),
  ]);
}

function suggestions(plan: Plan, view: PlanView): string[] {
  const title = "Suggestions: these look like one person's accounts, and nothing is done about it";
  return listed(title, "heading", plan.suggestions, view, ({ target, source, score, why }) => {
    const link = linkCommand({ targetId: target.id, connection: source.connection, id: source.id });
    return [
      `${score.toFixed(2)}  ${target.connection} ${printable(`${target.id} (${target.label})`)} and ${source.connection} ${printable(`${source.id} (${source.label})`)}`,
      `  ${view.paint("faint", printable(why))}`,
      `  ${view.paint("faint", `link with    ${printable(link)}`)}`,
    ];
  });
}

const actionTitles: Readonly<Record<Change["action"], string>> = {
  create: "Create",
  reactivate: "Reactivate",
  update: "Update",
  grant: "Give back",
  deactivate: "Deactivate",
  revoke: "Revoke",
};

function changesOf(plan: Plan, action: Change["action"], view: PlanView): string[] {
  const changes = plan.changes.filter((change) => change.action === action);
  return listed(actionTitles[action], "accent", changes, view, (change) => changeLines(change, view.paint));
}

function drifts(plan: Plan, view: PlanView): string[] {
  return listed(
    "Left as it is in the target",
    "heading",
    plan.drifts,
    view,
    ({ person, target, why, ...drift }) => [
      `${printable(person)}${view.paint("faint", `  ${printable(target.id)}`)}`,
      `  ${drift.attribute}  ${valueText(drift.value)}, and ${valueText(drift.source)} at the source${originText(drift.origin, view.paint)}`,
      `  ${view.paint("faint", printable(why))}`,
    ],
  );
}

function withheld(plan: Plan, view: PlanView): string[] {
  return listed("Withheld", "warning", plan.withheld, view, ({ person, action, why, grace }) => [
    `${printable(person)}: ${action} not planned. ${printable(why)}`,
    ...(grace ? [`  ${view.paint("faint", graceSentence(grace))}`] : []),
  ]);
}

function reports(plan: Plan, view: PlanView): string[] {
  return listed("Reported, not changed", "heading", plan.reports, view, ({ person, situation, why }) => [
    `${printable(person)}: ${situation}. ${printable(why)}`,
  ]);
}

function leavers(plan: Plan, view: PlanView): string[] {
  const title = "Leavers: what may be theirs, for a person to decide";
  return listed(
    title,
    "heading",
    plan.leavers ?? [],
    view,
    ({ person, why, owned, serviceUsers, services }) => [
      `${printable(person)}: ${printable(why)}`,
      ...owned.map(
        ({ connection, kind, label, what }) =>
          `  owns ${connection} ${kind} ${printable(label)} (${printable(what)})`,
      ),
      ...serviceUsers.map(attributedLine("service user")),
      ...services.map(attributedLine("service")),
    ],
  );
}

function attributedLine(noun: string): (attributed: Attributed) => string {
  return ({ connection, id, label, why }) =>
    `  may own ${connection} ${noun} ${printable(label)} [${printable(id)}]: ${printable(why)}`;
}

/** What could not be read of what those who leave may do. */
function access(plan: Plan, view: PlanView): string[] {
  const partial = (plan.access ?? []).filter(({ complete, notes }) => !complete || notes.length > 0);
  return listed("Access that could not be read whole", "warning", partial, view, ({ connection, notes }) => [
    `${connection}: ${notes.map(printable).join(" ")}`,
  ]);
}

function lasting(plan: Plan, view: PlanView): string[] {
  return listed("Cannot be undone", "warning", plan.lasting ?? [], view, ({ person, action, why }) => [
    `${printable(person)}: ${action}. ${printable(why)}`,
  ]);
}

function blocked(plan: Plan, { paint }: PlanView): string[] {
  if (plan.blocked.length === 0) return [];
  return [
    paint("bad", "Blocked: this plan is not applied unless it is allowed by its id"),
    ...plan.blocked.map(
      ({ action, scope, planned, allowed, why }) =>
        `  ${action}${scope === undefined ? "" : ` among ${printable(scope)}`}: ${count(planned)} planned, ${count(allowed)} allowed. ${printable(why)}`,
    ),
    `  Allow this plan alone with: rollcall apply <plan.json> --allow-over-limit ${plan.id.slice(0, 12)}`,
  ];
}

function listed<Entry>(
  title: string,
  style: Parameters<Paint>[0],
  entries: readonly Entry[],
  { paint, most }: PlanView,
  lines: (entry: Entry) => readonly string[],
): string[] {
  if (entries.length === 0) return [];
  const hidden = entries.length - most;
  return [
    `${paint(style, title)} (${count(entries.length)})`,
    ...entries.slice(0, most).flatMap((entry) => lines(entry).map((line) => `  ${line}`)),
    ...(hidden > 0 ? [paint("faint", `  … and ${count(hidden)} more: see --all, --json or --out`)] : []),
  ];
}
