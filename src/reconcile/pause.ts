/** Holds a run back between two changes. What is under way is finished; nothing new is begun until it goes on. */
export class PauseSwitch {
  #opened: (() => void) | undefined;
  #open: Promise<void> | undefined;

  get paused(): boolean {
    return this.#open !== undefined;
  }

  pause(): void {
    this.#open ??= new Promise((resolve) => {
      this.#opened = resolve;
    });
  }

  goOn(): void {
    this.#opened?.();
    this.#opened = undefined;
    this.#open = undefined;
  }

  /** Resolves at once where the run is not held back, else when it goes on or is cancelled. */
  async pass(signal: AbortSignal | undefined): Promise<void> {
    while (this.#open !== undefined && !signal?.aborted) {
      let stop = () => {};
      const cancelled = new Promise<void>((resolve) => {
        stop = resolve;
      });
      signal?.addEventListener("abort", stop, { once: true });
      await Promise.race([this.#open, cancelled]);
      signal?.removeEventListener("abort", stop);
    }
  }
}
