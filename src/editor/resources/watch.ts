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

/** Looks again and again at what is not finished, while somebody can see it. It stops by itself, and an error ends it too. */
export class Watch {
  readonly #options: WatchOptions;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #pause: number;
  #looking = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#pause = options.first ?? firstPause;
  }

  /** Begins to look, where there is something to look for; also after it was hidden. */
  wake(): void {
    this.#pause = this.#options.first ?? firstPause;
    if (this.#timer === undefined && !this.#looking) this.#sleep();
  }

  dispose(): void {
    this.#controller.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #sleep(): void {
    if (this.#controller.signal.aborted || !this.#options.isVisible()) return;
    this.#timer = setTimeout(() => void this.#look(), this.#pause).unref();
    this.#pause = Math.min(this.#pause * 2, this.#options.longest ?? longestPause);
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    if (!this.#options.isVisible()) return;
    this.#looking = true;
    try {
      if (await this.#options.look(this.#controller.signal)) this.#sleep();
    } catch {
      // What could not be read is told where a person asks for it.
    } finally {
      this.#looking = false;
    }
  }
}
