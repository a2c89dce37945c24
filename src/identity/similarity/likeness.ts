import type { Features } from "./features.ts";
import { jaroWinkler } from "./jaro-winkler.ts";

/** How alike two accounts are, from 0 to 1, and what of them is, in words. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Aspect {
  readonly weight: number;
  readonly words: string;
  /** Undefined where one of them says nothing of it. */
  readonly compare: (one: Features, other: Features) => number | undefined;
}

/** What is compared, and how much each counts where both accounts tell of it. */
const aspects: readonly Aspect[] = [
  { weight: 4, words: "name", compare: (one, other) => nameLikeness(one.name, other.name) },
  {
    weight: 4,
    words: "e-mail name",
    compare: ({ local: one }, { local: other }) => textLikeness(one, other),
  },
  {
    weight: 1,
    words: "e-mail domain",
    compare: ({ domain: one }, { domain: other }) => (one && other ? Number(one === other) : undefined),
  },
  { weight: 2, words: "user name", compare: (one, other) => userNameLikeness(one, other) },
];

/** Below this, what is alike is taken for chance. */
const chance = 0.75;

/** Compares two accounts by their features. */
export function likenessOf(one: Features, other: Features): Likeness {
  let sum = 0;
  let weights = 0;
  const reasons: string[] = [];
  for (const { weight, words, compare } of aspects) {
    const found = compare(one, other);
    if (found === undefined) continue;
    sum += weight * found;
    weights += weight;
    if (found === 1) reasons.push(`same ${words}`);
    else if (found > 0) reasons.push(`similar ${words} (${found.toFixed(2)})`);
  }
  return { score: weights === 0 ? 0 : sum / weights, reasons };
}

function textLikeness(one: string, other: string): number | undefined {
  if (one === "" || other === "") return undefined;
  const likeness = jaroWinkler(one, other);
  return likeness < chance ? 0 : likeness;
}

/** User names are often the local part of the e-mail, so that the better of both counts. */
function userNameLikeness(one: Features, other: Features): number | undefined {
  const pairs = [
    textLikeness(one.userName, other.userName),
    textLikeness(one.userName, other.local),
    textLikeness(one.local, other.userName),
  ].filter((likeness) => likeness !== undefined);
  return pairs.length === 0 ? undefined : Math.max(...pairs);
}

/** The words of the shorter name, each with the best that is left of the longer one; an initial is as good as nearly the word. */
function nameLikeness(one: readonly string[], other: readonly string[]): number | undefined {
  const [few, many] = one.length <= other.length ? [one, [...other]] : [other, [...one]];
  if (few.length === 0) return undefined;
  let sum = 0;
  for (const word of few) {
    const likeness = many.map((candidate) => wordLikeness(word, candidate));
    const best = Math.max(...likeness);
    many.splice(likeness.indexOf(best), 1);
    sum += best;
  }
  return sum / (few.length + many.length * missingWord);
}

/** How much a word that only one of the names has counts against it, in words. */
const missingWord = 0.5;

const initialLikeness = 0.9;

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if ((one.length === 1 || other.length === 1) && one[0] === other[0]) return initialLikeness;
  return textLikeness(one, other) ?? 0;
}
