import type { Change } from "../identity/plan.ts";
import type { Outcome } from "./report.ts";

/** Follows which changes have landed, for those that make no sense without them. */
export class Requirements {
  readonly #landed: Set<string>;
  readonly #failed = new Set<string>();
  readonly #names: ReadonlyMap<string, string>;

  /** `landed`: ids of the changes that an earlier part of the run has made. */
  constructor(changes: readonly Change[], landed: readonly string[]) {
    this.#landed = new Set(landed);
    this.#names = new Map(changes.map(({ id, action, person }) => [id, `${action} of ${person}`]));
  }

  record({ id }: Change, result: Outcome["result"]): void {
    if (result === "succeeded") this.#landed.add(id);
    if (result === "failed") this.#failed.add(id);
  }

  /**
   * How a change ends that cannot be made without another: `failed` where that one can still be tried again, and `skipped` where it
   * was left out. Undefined where nothing is in its way.
   */
  unmet({ requires }: Change): Pick<Outcome, "result" | "why"> | undefined {
    const missing = requires.find((id) => !this.#landed.has(id));
    if (missing === undefined) return undefined;
    const name = this.#names.get(missing) ?? missing;
    return this.#failed.has(missing)
      ? { result: "failed", why: `It goes with the ${name}, which failed.` }
      : { result: "skipped", why: `It goes with the ${name}, which was not made.` };
  }
}
