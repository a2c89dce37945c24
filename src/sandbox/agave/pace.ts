/** Takes things that need their time on, step by step. */
export interface Pace {
  /** Begins to take something on. `step` returns false once it has arrived. */
  begin(key: string, step: () => boolean): void;
  /** Takes the thing of that key one step on, as somebody looks at it; without a key all things. */
  look(key?: string): void;
}

interface PaceOptions {
  /** Milliseconds between the steps of what nobody looks at. */
  readonly interval: number;
  readonly signal: AbortSignal;
}

/**
 * Makes a pace. Things go one step on with every look and with every interval, so who polls does not wait and who
 * waits for a notification gets it. The time between does not keep the process alive.
 */
export function createPace({ interval, signal }: PaceOptions): Pace {
  const live = new Map<string, () => boolean>();
  let timer: NodeJS.Timeout | undefined;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  function look(key?: string): void {
    for (const [name, step] of key === undefined ? live : [...live].filter(([name]) => name === key)) {
      if (!step()) live.delete(name);
    }
    if (live.size === 0) stop();
  }

  signal.addEventListener("abort", stop, { once: true });
  return {
    begin(key, step) {
      if (signal.aborted) return;
      live.set(key, step);
      timer ??= setInterval(look, interval).unref();
    },
    look,
  };
}
