import type { Clock } from "./clock.ts";

/** One gate for each connection: while a request has been told to wait, the others wait too. */
export class Gate {
  readonly #clock: Clock;
  #opensAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until requests may pass; 0 when it stands open. */
  remaining(): number {
    return Math.max(0, this.#opensAt - this.#clock.now());
  }

  /** Closes the gate for some milliseconds. A shorter wait than the present one changes nothing. Answers whether the gate now opens later. */
  close(milliseconds: number): boolean {
    const opensAt = this.#clock.now() + milliseconds;
    if (opensAt <= this.#opensAt) return false;
    this.#opensAt = opensAt;
    return true;
  }

  /** Resolves once the gate is open. Rejects when the signal is aborted. */
  async pass(signal?: AbortSignal): Promise<void> {
    for (let wait = this.remaining(); wait > 0; wait = this.remaining()) {
      await this.#clock.sleep(wait, signal);
    }
  }
}
