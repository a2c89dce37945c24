import { didYouMean } from "../config/suggest.ts";
import type { Directory, Lookup, LookupKey } from "../identity/directory.ts";
import { UsageError } from "./exit.ts";

/**
 * What `--lookup` asks for: `email=ana@example.org`, any number of them.
 * @throws {UsageError} Where one is not of that form, or the directory cannot be asked by its key.
 */
export function readLookups(texts: readonly string[], { connection, abilities }: Directory): Lookup {
  const lookup: Partial<Record<LookupKey, string[]>> = {};
  for (const text of texts) {
    const equals = text.indexOf("=");
    const word = text.slice(0, Math.max(0, equals));
    const key = abilities.lookupKeys.find((known) => known.toLowerCase() === word.toLowerCase());
    if (equals < 0)
      throw new UsageError(
        `--lookup "${text}" must be written key=value, for example ${example(abilities.lookupKeys)}.`,
      );
    if (key === undefined)
      throw new UsageError(
        `${connection} cannot be asked by "${word}". ${didYouMean(word, abilities.lookupKeys)}`,
      );
    lookup[key] = [...(lookup[key] ?? []), text.slice(equals + 1)];
  }
  return lookup;
}

/** How a lookup in a directory is written. */
export function example(keys: readonly LookupKey[]): string {
  const examples: Readonly<Record<LookupKey, string>> = {
    email: "email=ana@example.org",
    userName: "userName=ana",
    id: "id=42",
  };
  const key = keys.includes("email") ? "email" : keys[0];
  return key === undefined ? "id=42" : examples[key];
}
