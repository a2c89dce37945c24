import type { PlatformError } from "../../../http/error.ts";

/** Notes of one kind that are told in full; of the others the number is told. */
const maximumNotes = 10;

/** What could not be read on the way, and why. */
export class Notes {
  readonly #texts: string[] = [];

  get none(): boolean {
    return this.#texts.length === 0;
  }

  add(text: string, error?: PlatformError): void {
    this.#texts.push(error === undefined ? `${text}.` : `${text}: ${error.message}`);
  }

  /** In an order of their own, so that the order in which answers came makes no difference. */
  texts(): readonly string[] {
    const sorted = this.#texts.toSorted();
    const others = sorted.length - maximumNotes;
    return others > 0 ? [...sorted.slice(0, maximumNotes), `And ${others} more of this kind.`] : sorted;
  }
}
