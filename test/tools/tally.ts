import { styleText } from "node:util";

/** What went wrong in one test. */
export interface Failure {
  readonly name: string;
  /** File relative to the root, with the line where it is known. */
  readonly place?: string;
  readonly message: string;
}

/** Counts the tests of one stage and prints each failure as it happens. */
export class Tally {
  readonly stage: string;
  passed = 0;
  failed = 0;
  skipped = 0;
  readonly #print: (text: string) => void;

  /** @param print where failures are written; a line break is added */
  constructor(stage: string, print: (text: string) => void = console.log) {
    this.stage = stage;
    this.#print = print;
  }

  pass(): void {
    this.passed++;
  }

  skip(): void {
    this.skipped++;
  }

  fail(failure: Failure): void {
    this.failed++;
    const place = failure.place ? `\n  at ${failure.place}` : "";
    const head = styleText(["red", "bold"], `✗ ${this.stage}: ${failure.name}`);
    this.#print(`\n${head}${place}\n${indent(failure.message.trimEnd())}`);
  }

  /** One line for the summary, for example `unit         41 passed, 1 failed  (2.1 s)`. */
  summary(milliseconds: number): string {
    const counts = [`${this.passed} passed`, `${this.failed} failed`];
    if (this.skipped > 0) counts.push(`${this.skipped} skipped`);
    return `${this.stage.padEnd(10)} ${counts.join(", ")}  (${(milliseconds / 1000).toFixed(1)} s)`;
  }
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
