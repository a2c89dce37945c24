import type { Random } from "../random.ts";
import type { Culture, Name } from "./culture.ts";
import { latinCultures } from "./latin.ts";
import { scriptCultures } from "./scripts.ts";

interface Names {
  readonly given: readonly Name[];
  readonly family: readonly Name[];
}

/** A given and a family name that go together. */
export interface FullName {
  readonly first: Name;
  readonly last: Name;
  /** Another family name from the same place. */
  readonly otherLast: Name;
}

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ð: "d",
  đ: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** A name in Latin letters as people type it in a login: lower case, no diacritics, nothing but a to z. */
export function toAscii(written: string): string {
  return written
    .toLowerCase()
    .replace(/[ßæøœðđþłı]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}

function parse(list: string): Name[] {
  return list.split(",").map((entry) => {
    const [written = "", ascii = toAscii(written)] = entry.trim().split("/");
    return { written: written.normalize("NFC"), ascii };
  });
}

const parseCulture = (culture: Culture): Names => ({
  given: parse(culture.given),
  family: parse(culture.family),
});

const cultures: readonly Names[] = [...latinCultures, ...scriptCultures].map(parseCulture);

/** Written in one word whose letters take two spellings in Unicode, composed and decomposed. */
const isAccented = (name: Name): boolean =>
  /^\p{Script=Latin}+$/u.test(name.written) && name.written !== name.written.normalize("NFD");

const accented: readonly Names[] = latinCultures
  .map(parseCulture)
  .map(({ given, family }) => ({ given: given.filter(isAccented), family: family.filter(isAccented) }))
  .filter(({ given, family }) => given.length > 0 && family.length > 1);

const at = (names: readonly Name[], index: number): Name => {
  const name = names[index];
  if (name === undefined) throw new RangeError(`There is no name number ${index}.`);
  return name;
};

const draw = (random: Random, from: readonly Names[]): FullName => {
  const { given, family } = random.pick(from);
  const last = random.below(family.length);
  const other = (last + 1 + random.below(family.length - 1)) % family.length;
  return { first: random.pick(given), last: at(family, last), otherLast: at(family, other) };
};

/** A name from anywhere, given and family names from the same place. */
export function drawName(random: Random): FullName {
  return draw(random, cultures);
}

/** A name in Latin letters whose both parts differ between the Unicode normal forms NFC and NFD. */
export function drawAccentedName(random: Random): FullName {
  return draw(random, accented);
}
