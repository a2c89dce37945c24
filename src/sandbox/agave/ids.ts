/** The code at the end of an Agave uuid, by what it names. */
export const uuidTypes = {
  file: "002",
  app: "005",
  system: "006",
  job: "007",
  notification: "011",
  metadata: "012",
  schema: "013",
  profile: "018",
} as const;

export type UuidType = keyof typeof uuidTypes;

/** Makes uuids of the shape that Agave's have. */
export interface IdMaker {
  /** The next uuid; it ends in the code of its type. */
  next(type: UuidType): string;
}

/** Makes an `IdMaker`: the same seed and order of calls give the same uuids. */
export function createIdMaker(seed: number): IdMaker {
  const node = (seed >>> 0).toString(16).padStart(8, "0");
  let count = 0;
  return {
    next(type) {
      count += 1;
      return `${1_000_000_000_000_000_000n + BigInt(count) * 7_919_000_003n}-${node}-0001-${uuidTypes[type]}`;
    },
  };
}
