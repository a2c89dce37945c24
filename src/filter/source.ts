import type { Filter } from "scim2-parse-filter";

/** The text that a filter was parsed from, and the dialect it was read in. */
export interface Source {
  readonly text: string;
  readonly dialect: "rfc" | "entra" | undefined;
}

/** Constructs nothing: the object that is given becomes the instance. */
class Given {
  constructor(given: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is how a private field gets onto an object made elsewhere
    return given;
  }
}

/**
 * A private field on the root of a parsed filter, which no key, comparison, copy or JSON of it shows: what a WeakMap does, at a
 * fiftieth of the time, which otherwise would be half of that of parsing.
 */
class Sourced extends Given {
  readonly #source: Source;

  constructor(filter: Filter, source: Source) {
    super(filter);
    this.#source = source;
  }

  static of(filter: Filter): Source | undefined {
    return #source in filter ? filter.#source : undefined;
  }
}

/** Remembers with a filter what it was parsed from; the filter itself stays as it is. A filter is given to this once. */
export function rememberSource(filter: Filter, source: Source): void {
  new Sourced(filter, source);
}

/** What a filter was parsed from; undefined for one that was made otherwise, as by copying. */
export function sourceOf(filter: Filter): Source | undefined {
  return Sourced.of(filter);
}
