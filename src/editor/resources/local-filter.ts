import type { Choice, Remark } from "../ui/ask.ts";

/** How a view of resources is filtered. */
export interface ResourceFilter<Data = unknown> {
  readonly prompt: string;
  readonly placeholder: string;
  /** What is to be said of a filter while it is typed. */
  remark(text: string): Remark | undefined;
  /** Filters that are of use, with what they find: of all that has been read. */
  examples?(data: readonly Data[]): readonly FilterExample[];
  /** How a filter that is being typed can go on; absent where nothing is known of that. */
  continuations?(text: string): readonly Choice[];
  /** Whether a filter lets a resource through; absent where the server filters. */
  matches?(text: string, data: Data): boolean;
}

/** A filter that is of use. */
export interface FilterExample {
  readonly filter: string;
  /** What it finds, for people. */
  readonly finds: string;
}

type Fields = Readonly<Record<string, string | undefined>>;

interface Term {
  readonly field: string | undefined;
  readonly text: string;
}

/**
 * A filter for lists that the server does not filter: words that all have to occur, in any field or, as `field:word`, in one. Case
 * does not count; quotes hold words together.
 */
export function localFilter<Data>(
  names: readonly string[],
  example: string,
  fieldsOf: (data: Data) => Fields,
): ResourceFilter<Data> {
  return {
    prompt: `Words that all have to occur, or ${names.map((name) => `${name}:word`).join(", ")}. Empty lists everything.`,
    placeholder: example,
    remark(text) {
      const unknown = termsOf(text).find(({ field }) => field !== undefined && !names.includes(field));
      if (unknown === undefined) return undefined;
      return {
        message: `There is no field ${unknown.field}. The fields are ${names.join(", ")}; put a word with a colon into quotes.`,
      };
    },
    matches(text, data) {
      const fields = fieldsOf(data);
      return termsOf(text).every(({ field, text: wanted }) =>
        (field === undefined ? Object.values(fields) : [fields[field]]).some((value) =>
          folded(value ?? "").includes(folded(wanted)),
        ),
      );
    },
  };
}

function termsOf(text: string): readonly Term[] {
  return [...text.matchAll(/(?:([A-Za-z]+):)?(?:"([^"]*)"?|([^\s"]+))/g)].map(([, field, quoted, word]) => ({
    field: field?.toLowerCase(),
    text: quoted ?? word ?? "",
  }));
}

function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
