/** Hands out values no two of which read the same. */
export interface UniqueValues {
  /** `wanted`, with the first free number at its end where that is taken already; `complete` makes it whole. */
  take(wanted: string, complete?: (value: string) => string): string;
}

/** What two spellings have in common: compatibility forms, composition and case do not count. */
const folded = (value: string): string =>
  value.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");

/** Makes an empty register of values. */
export function createUniqueValues(): UniqueValues {
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  return {
    take(wanted, complete = (value) => value) {
      const family = folded(complete(wanted));
      let number = lastNumber.get(family) ?? 1;
      let value = complete(number === 1 ? wanted : `${wanted}${number}`);
      while (taken.has(folded(value))) {
        number += 1;
        value = complete(`${wanted}${number}`);
      }
      lastNumber.set(family, number);
      taken.add(folded(value));
      return value;
    },
  };
}
