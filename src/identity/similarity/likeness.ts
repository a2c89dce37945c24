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

const allWeights = aspects.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Compares two accounts by their features; undefined where they are less alike than a threshold, which is known before everything has
 * been compared.
 */
export function likenessOf(one: Features, other: Features, threshold: number): Likeness | undefined {
  let sum = 0;
  let weights = 0;
  let left = allWeights;
  const found: (number | undefined)[] = [];
  for (const { weight, compare } of aspects) {
    const likeness = compare(one, other);
    found.push(likeness);
    left -= weight;
    if (likeness !== undefined) {
      sum += weight * likeness;
      weights += weight;
    }
    if (sum + left < threshold * (weights + left)) return undefined;
  }
  return weights === 0 ? undefined : { score: sum / weights, reasons: found.flatMap(reasonOf) };
}

function reasonOf(likeness: number | undefined, position: number): readonly string[] {
  const words = aspects[position]?.words;
  if (!likeness) return [];
  return [likeness === 1 ? `same ${words}` : `similar ${words} (${likeness.toFixed(2)})`];
}

function textLikeness(one: string, other: string): number | undefined {
  if (one === "" || other === "") return undefined;
  const likeness = jaroWinkler(one, other);
  return likeness < chance ? 0 : likeness;
}

/** User names are often the local part of the e-mail, so that the better of both counts. */
function userNameLikeness(one: Features, other: Features): number | undefined {
  const own = textLikeness(one.userName, other.userName);
  if (own === 1) return own;
  const crossed = [textLikeness(one.userName, other.local), textLikeness(one.local, other.userName)];
  return [own, ...crossed].reduce((best, each) => (each !== undefined && each > (best ?? -1) ? each : best));
}

/** The words of the shorter name, each with the best that is left of the longer one; an initial is as good as nearly the word. */
function nameLikeness(one: readonly string[], other: readonly string[]): number | undefined {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length === 0) return undefined;
  const left = new Set(many);
  let sum = 0;
  for (const word of few) {
    let best = 0;
    let nearest: string | undefined = left.has(word) ? word : undefined;
    if (nearest === word) best = 1;
    else
      for (const candidate of left) {
        const likeness = wordLikeness(word, candidate);
        if (likeness > best) [best, nearest] = [likeness, candidate];
      }
    if (nearest !== undefined) left.delete(nearest);
    sum += best;
  }
  return sum / (few.length + (many.length - few.length) * missingWord);
}

/** How much a word that only one of the names has counts against it, in words. */
const missingWord = 0.5;

const initialLikeness = 0.9;

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if ((one.length === 1 || other.length === 1) && one[0] === other[0]) return initialLikeness;
  return textLikeness(one, other) ?? 0;
}
