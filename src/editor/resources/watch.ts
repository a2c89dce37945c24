/** When and how a watch looks. Times in milliseconds. */
export interface WatchOptions {
  /** Nothing is asked while it answers false. */
  readonly isVisible: () => boolean;
  /** Looks once; answers whether there is something left that may change. */
  readonly look: (signal: AbortSignal) => Promise<boolean>;
  /** The first pause. It doubles up to the longest, and begins anew with each `wake`. */
  readonly first?: number;
  readonly longest?: number;
}

const firstPause = 2000;
const longestPause = 30_000;

/** Looks again and again at what is not finished, while somebody can see it. It stops by itself, and an error stops it too. */
export class Watch {
  readonly #options: WatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #look: AbortController | undefined;
  #pause: number;
  #woken = false;
  #disposed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#pause = options.first ?? firstPause;
  }

  /** Begins to look, where there is something to look for: after it was read, and when it can be seen again. */
  wake(): void {
    this.#pause = this.#options.first ?? firstPause;
    this.#woken = true;
    if (this.#look === undefined) this.#sleep();
  }

  /** Stops until it is woken, and gives up the look that is under way. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#woken = false;
    this.#look?.abort();
  }

  dispose(): void {
    this.#disposed = true;
    this.rest();
  }

  #sleep(): void {
    if (this.#disposed || this.#timer !== undefined || !this.#options.isVisible()) return;
    this.#timer = setTimeout(() => void this.#wakeUp(), this.#pause).unref();
    this.#pause = Math.min(this.#pause * 2, this.#options.longest ?? longestPause);
  }

  async #wakeUp(): Promise<void> {
    this.#timer = undefined;
    if (!this.#options.isVisible()) return;
    const look = new AbortController();
    this.#look = look;
    this.#woken = false;
    let goesOn = false;
    try {
      goesOn = (await this.#options.look(look.signal)) && !look.signal.aborted;
    } catch {
      // What could not be read is told where a person asks for it.
    } finally {
      this.#look = undefined;
    }
    if (goesOn || this.#woken) this.#sleep();
  }
}
