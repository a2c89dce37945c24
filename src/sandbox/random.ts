/** A source of numbers that gives the same sequence for the same seed on every machine. */
export interface Random {
  /** The next number, at least 0 and below 1. */
  next(): number;
  /** A whole number, at least 0 and below `limit`. */
  below(limit: number): number;
  /** One of the items. Throws a `RangeError` where there are none. */
  pick<T>(items: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A random UUID in lower case, marked as version 4 (RFC 9562 section 5.4). */
  uuid(): string;
  /** The items in another order, as a new array. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Makes a `Random` from a seed, of which the lower 32 bits count (the generator is splitmix32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const next = (): number => word() / 0x1_0000_0000;
  const below = (limit: number): number => Math.floor(next() * limit);
  const hex = (): string => word().toString(16).padStart(8, "0");
  return {
    next,
    below,
    pick<T>(items: readonly T[]): T {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("There is nothing to pick from.");
      return item;
    },
    chance: (probability) => next() < probability,
    uuid() {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()];
      const variant = "89ab"[below(4)];
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
    shuffled<T>(items: readonly T[]): T[] {
      const keyed = items.map((item) => ({ item, key: next() }));
      keyed.sort((left, right) => left.key - right.key);
      return keyed.map(({ item }) => item);
    },
  };
}
