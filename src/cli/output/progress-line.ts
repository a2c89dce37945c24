import type { Progress } from "../../reconcile/progress.ts";
import { count } from "./printable.ts";

const clearLine = "\r\u001b[2K";
const leastMilliseconds = 80;

const stageWords: Readonly<Record<Progress["stage"], string>> = {
  read: "Reading",
  plan: "Planning",
  apply: "Applying",
  check: "Checking",
};

/** One line on a terminal that says what is going on, rewritten in place and cleared before anything else is said. */
export class ProgressLine {
  readonly #write: ((text: string) => void) | undefined;
  #shown = false;
  #last = 0;

  /** @param write Where the line goes; undefined where there is no terminal, and then nothing is shown. */
  constructor(write: ((text: string) => void) | undefined) {
    this.#write = write;
  }

  /** Shows a progress, at most a dozen times a second. */
  show({ stage, connection, done, total }: Progress): void {
    const now = Date.now();
    if (!this.#write || (this.#shown && now - this.#last < leastMilliseconds)) return;
    this.#last = now;
    this.#shown = true;
    const subject = connection === undefined ? "" : ` ${connection}`;
    const amount = total === undefined ? count(done) : `${count(done)} of ${count(total)}`;
    this.#write(`${clearLine}${stageWords[stage]}${subject} … ${amount}`);
  }

  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#write?.(clearLine);
  }
}
