/** What was to be sent could not be read. `reason` is the system's code or the error's words. */
export class SourceFailed extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`what was to be sent could not be read (${reason})`);
    this.reason = reason;
  }
}

/** Content of a request that is read while it is sent. */
export class StreamedContent {
  /** In bytes; undefined where it is not known, and then the request is sent in chunks. */
  readonly length: number | undefined;
  readonly #source: () => AsyncIterable<Uint8Array>;
  /** It cannot be read a second time. */
  readonly onlyOnce: boolean;
  #opened = false;

  /** `source` gives the content from its beginning each time it is called, unless it can be read `onlyOnce`. */
  constructor(source: () => AsyncIterable<Uint8Array>, length: number | undefined, onlyOnce: boolean) {
    this.#source = source;
    this.length = length;
    this.onlyOnce = onlyOnce;
  }

  /** Whether it has been read and cannot be read again, so that its request cannot be repeated. */
  get spent(): boolean {
    return this.onlyOnce && this.#opened;
  }

  /** The content from its beginning. Its iteration throws `SourceFailed` where the source fails or is not as long as was stated. */
  async *open(): AsyncGenerator<Uint8Array> {
    if (this.spent) throw new SourceFailed("it can be read only once, and has been");
    this.#opened = true;
    try {
      let length = 0;
      for await (const piece of this.#source()) {
        length += piece.length;
        if (this.length !== undefined && length > this.length) throw this.#notAsLong("more");
        yield piece;
      }
      if (this.length !== undefined && length < this.length) throw this.#notAsLong("less");
    } catch (error) {
      throw error instanceof SourceFailed ? error : new SourceFailed(reasonOf(error));
    }
  }

  #notAsLong(relation: string): SourceFailed {
    return new SourceFailed(`it is ${relation} than the ${this.length} bytes that were stated`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
