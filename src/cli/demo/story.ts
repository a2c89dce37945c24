import type { Plan } from "../../identity/plan.ts";
import type { Progress } from "../../reconcile/progress.ts";
import { count, counted, printable } from "../output/printable.ts";
import { table } from "../output/table.ts";
import type { Terminal } from "../output/terminal.ts";
import { changeLines } from "../render/change-lines.ts";
import { renderDifference } from "../render/difference.ts";
import { changeKinds } from "./kinds.ts";
import type { Agreement } from "./truth.ts";

const mostDisagreements = 10;

/** What the demo tells people. Says nothing at all where it is to be quiet. */
export class Story {
  readonly #terminal: Terminal;
  readonly #quiet: boolean;
  #chapters = 0;

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal;
    this.#quiet = quiet;
  }

  readonly onProgress = (progress: Progress): void => {
    if (!this.#quiet) this.#terminal.progress.show(progress);
  };

  /** Begins a chapter under a numbered heading. */
  chapter(title: string, ...lines: readonly string[]): void {
    this.#chapters++;
    const heading = this.#terminal.paint("heading", `${this.#chapters}. ${title}`);
    this.#print(...(this.#chapters > 1 ? [""] : []), heading, ...indented(lines));
  }

  say(...lines: readonly string[]): void {
    this.#print(...indented(lines));
  }

  /** Every kind of change with one example, and everything that is left to people. */
  plan(plan: Plan): void {
    const { paint } = this.#terminal;
    const kinds = changeKinds(plan.changes);
    const columns = [
      { title: "Action" },
      { title: "Situation" },
      { title: "Sets" },
      { title: "Changes", align: "right" },
    ] as const;
    const rows = kinds.map(({ action, situation, attributes, changes }) => [
      action,
      situation,
      attributes.join(", "),
      count(changes.length),
    ]);
    this.say(...table(columns, rows, paint), "", paint("heading", "One of each, before → after, and why"));
    for (const { action, situation, changes } of kinds) {
      const [change] = changes;
      if (change)
        this.say(`${paint("accent", action)} (${situation})`, ...indented(changeLines(change, paint)));
    }
    this.#leftToPeople(plan);
  }

  #leftToPeople({ disputes, withheld, reports }: Plan): void {
    if (disputes.length + withheld.length + reports.length > 0)
      this.say("", this.#terminal.paint("heading", "Left to people"));
    const [dispute] = disputes;
    if (dispute) this.#example("dispute", "ambiguous", disputes.length, [printable(dispute.why)]);
    const [held] = withheld;
    if (held)
      this.#example(
        "withheld",
        held.situation,
        withheld.length,
        [`${held.person}: ${held.why}`].map(printable),
      );
    for (const [situation, [first, ...others]] of Map.groupBy(reports, (report) => report.situation))
      if (first)
        this.#example(
          "report",
          situation,
          others.length + 1,
          [`${first.person}: ${first.why}`].map(printable),
        );
  }

  #example(what: string, situation: string, howMany: number, lines: readonly string[]): void {
    const { paint } = this.#terminal;
    this.say(
      `${paint("accent", what)} (${situation}) ${paint("faint", `1 of ${count(howMany)}`)}`,
      ...indented(lines),
    );
  }

  /** Whether anything is left to do, and whether the sandbox agrees. */
  outcome(after: Plan, { agree, disagreements }: Agreement): void {
    const { paint } = this.#terminal;
    const verdict =
      disagreements.length === 0
        ? paint("good", `All ${counted(agree, "entry", "entries")} of the sandbox's truth agree.`)
        : paint(
            "bad",
            `${counted(disagreements.length, "entry", "entries")} of the truth disagree, ${count(agree)} agree.`,
          );
    this.say(
      ...renderDifference(after, paint),
      verdict,
      ...indented(disagreements.slice(0, mostDisagreements).map(printable)),
    );
  }

  #print(...lines: readonly string[]): void {
    if (!this.#quiet) this.#terminal.print(...lines);
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `   ${line}`));
}
