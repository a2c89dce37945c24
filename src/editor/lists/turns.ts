/** Lets work that has the same key run one after the other. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs work when all earlier work with its key has ended, well or not. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work);
    this.#last.set(
      key,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
