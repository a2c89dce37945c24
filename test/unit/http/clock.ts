import type { Clock } from "../../../src/http/clock.ts";

/** A clock that stands still but for the sleeps, which pass at once. */
export class FakeClock implements Clock {
  readonly sleeps: number[] = [];
  time = Date.UTC(2030, 0, 1);
  chance = 0.5;

  now(): number {
    return this.time;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.sleeps.push(milliseconds);
    this.time += milliseconds;
  }

  random(): number {
    return this.chance;
  }
}
