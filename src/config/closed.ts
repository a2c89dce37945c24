import * as v from "valibot";
import { didYouMean } from "./suggest.ts";

/**
 * An object that takes the given properties and no others. Every unknown property is an issue of its own, with the
 * property that was probably meant.
 */
export function closed<const Entries extends v.ObjectEntries>(entries: Entries) {
  const known = Object.keys(entries);
  return v.pipe(
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const input: unknown = dataset.value;
      if (typeof input !== "object" || input === null || Array.isArray(input)) return;
      for (const [key, value] of Object.entries(input)) {
        if (known.includes(key)) continue;
        addIssue({
          message: `"${key}" is not a property that is known here. ${didYouMean(key, known)}`,
          path: [{ type: "object", origin: "key", input: input as Record<string, unknown>, key, value }],
        });
      }
    }),
  );
}
