import type { Clock } from "./clock.ts";

/** Spaces the requests of one connection evenly, so that no more than a number of them begin in a minute. */
export class Rate {
  readonly #interval: number;
  readonly #clock: Clock;
  #next = 0;

  constructor(perMinute: number, clock: Clock) {
    this.#interval = 60_000 / perMinute;
    this.#clock = clock;
  }

  /** Resolves when the next request may begin. Rejects when the signal is aborted. */
  async pass(signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const turn = Math.max(now, this.#next);
    this.#next = turn + this.#interval;
    if (turn > now) await this.#clock.sleep(turn - now, signal);
  }
}
