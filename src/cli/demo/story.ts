import type { Plan } from "../../identity/plan.ts";
import type { Progress } from "../../reconcile/progress.ts";
import { count, counted, printable } from "../output/printable.ts";
import { table } from "../output/table.ts";
import type { Terminal } from "../output/terminal.ts";
import { renderDifference } from "../render/difference.ts";
import { changeLines } from "../render/plan.ts";
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
    const { paint } = this.#terminal;
    const kinds = Map.groupBy(reports, ({ situation }) => situation);
    const rows = [
      ...disputes.slice(0, 1).map(({ why }) => ["in dispute", count(disputes.length), printable(why)]),
      ...withheld
        .slice(0, 1)
        .map(({ person, why }) => [
          "withheld",
          count(withheld.length),
          `${printable(person)}: ${printable(why)}`,
        ]),
      ...[...kinds].flatMap(([situation, [first, ...others]]) =>
        first
          ? [[situation, count(others.length + 1), `${printable(first.person)}: ${printable(first.why)}`]]
          : [],
      ),
    ];
    if (rows.length === 0) return;
    const columns = [
      { title: "Left to people" },
      { title: "How many", align: "right" },
      { title: "For example" },
    ] as const;
    this.say("", ...table(columns, rows, paint));
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
