import { foldToAscii } from "./ascii.ts";

/**
 * What a function takes in one place. `value`: an attribute, a text or a function. `text`: a text in double quotes, which may be
 * empty. `part`: one that is not. `number`: a whole number from 1.
 */
export type ParameterKind = "value" | "text" | "part" | "number";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Whether it can be left out, with all behind it. */
  readonly optional?: true;
  /** Whether it can be given again and again. Only of the last. */
  readonly repeats?: true;
}

/** A function of expressions. An empty text is no value, and a function that is not `lenient` has none where an argument has none. */
export interface MappingFunction {
  readonly parameters: readonly Parameter[];
  /** Arguments without a value are left out. */
  readonly lenient?: true;
  /** One line of help. */
  readonly help: string;
  /** Calls with what they give, `null` where that is no value. */
  readonly examples: readonly (readonly [call: string, gives: string | null])[];
  /** The result: `texts` are the arguments in their order but for numbers. */
  apply(texts: readonly string[], numbers: readonly number[]): string | undefined;
}

const value: Parameter = { name: "value", kind: "value" };
const values: Parameter = { name: "value", kind: "value", repeats: true };

/** Every function that there is. */
export const mappingFunctions = {
  join: {
    parameters: [{ name: "separator", kind: "text" }, values],
    lenient: true,
    help: "The values with the separator between them; those that are missing are skipped.",
    examples: [
      ['join(" ", "Ana", "", "Silva")', "Ana Silva"],
      ['join(" ", "", "")', null],
    ],
    apply: ([separator, ...parts]) => parts.join(separator),
  },
  concat: {
    parameters: [values],
    help: "The values one behind the other, and none where any is missing.",
    examples: [
      ['concat("ext-", "42")', "ext-42"],
      ['concat("ext-", "")', null],
    ],
    apply: (parts) => parts.join(""),
  },
  first: {
    parameters: [values],
    lenient: true,
    help: "The first of the values that is not missing.",
    examples: [['first("", "Ana", "Bo")', "Ana"]],
    apply: ([found]) => found,
  },
  lower: {
    parameters: [value],
    help: "In small letters.",
    examples: [['lower("ANA@Example.org")', "ana@example.org"]],
    apply: ([text = ""]) => text.toLowerCase(),
  },
  upper: {
    parameters: [value],
    help: "In capital letters.",
    examples: [['upper("straße")', "STRASSE"]],
    apply: ([text = ""]) => text.toUpperCase(),
  },
  title: {
    parameters: [value],
    help: "Each word with a capital first letter and small ones behind it.",
    examples: [['title("MARÍA o\'neil-smith")', "María O'Neil-Smith"]],
    apply: ([text = ""]) => text.replaceAll(words, capitalised),
  },
  trim: {
    parameters: [value],
    help: "Without blanks at its ends, and with one blank where several stand together.",
    examples: [['trim("  Ana   Silva ")', "Ana Silva"]],
    apply: ([text = ""]) => text.trim().replaceAll(/\s+/gu, " "),
  },
  ascii: {
    parameters: [value],
    help: "With Latin letters written in ASCII: marks are taken off, ß is ss, æ ae, ø o, ł l, đ and ð d, þ th, ı i. Other scripts stay.",
    examples: [
      ['ascii("Zoë Æstergård-Łoś")', "Zoe AEstergard-Los"],
      ['ascii("Weiß")', "Weiss"],
    ],
    apply: ([text = ""]) => foldToAscii(text),
  },
  before: {
    parameters: [value, { name: "mark", kind: "part" }],
    help: "What stands before the first place where the mark is; no value where it is nowhere.",
    examples: [
      ['before("ana@example.org", "@")', "ana"],
      ['before("ana", "@")', null],
    ],
    apply: ([text = "", mark = ""]) => parted(text, mark)?.before,
  },
  after: {
    parameters: [value, { name: "mark", kind: "part" }],
    help: "What stands behind the first place where the mark is; no value where it is nowhere.",
    examples: [
      ['after("ana@example.org", "@")', "example.org"],
      ['after("ana", "@")', null],
    ],
    apply: ([text = "", mark = ""]) => parted(text, mark)?.after,
  },
  replace: {
    parameters: [value, { name: "part", kind: "part" }, { name: "by", kind: "text" }],
    help: "With every place where the part is replaced. Capital and small letters are different.",
    examples: [['replace("ana.de.silva", ".", "_")', "ana_de_silva"]],
    apply: ([text = "", part = "", by = ""]) => text.split(part).join(by),
  },
  slice: {
    parameters: [
      value,
      { name: "start", kind: "number" },
      { name: "length", kind: "number", optional: true },
    ],
    help: "The characters from a place on, the first being 1: as many as the length says, or all to the end.",
    examples: [
      ['slice("silva", 1, 3)', "sil"],
      ['slice("silva", 3)', "lva"],
      ['slice("silva", 9)', null],
    ],
    apply: ([text = ""], [start = 1, length = Number.POSITIVE_INFINITY]) =>
      [...text].slice(start - 1, start - 1 + length).join(""),
  },
} as const satisfies Readonly<Record<string, MappingFunction>>;

export type FunctionName = keyof typeof mappingFunctions;

/** The names of all functions. */
export const functionNames = Object.keys(mappingFunctions) as readonly FunctionName[];

/** A function by its name; undefined where there is none of that name. */
export function functionNamed(name: string): MappingFunction | undefined {
  return Object.hasOwn(mappingFunctions, name) ? mappingFunctions[name as FunctionName] : undefined;
}

/** How a function is called: `slice(value, start[, length])`. */
export function signatureOf(name: FunctionName): string {
  const { parameters }: MappingFunction = mappingFunctions[name];
  const written = parameters.map(({ name: parameter, optional, repeats }, index) => {
    const comma = index === 0 ? "" : ", ";
    const text = `${comma}${parameter}${repeats ? ", …" : ""}`;
    return optional ? `[${text}]` : text;
  });
  return `${name}(${written.join("")})`;
}

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

function capitalised(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
}

function parted(text: string, mark: string): { readonly before: string; readonly after: string } | undefined {
  const at = text.indexOf(mark);
  return at < 0 ? undefined : { before: text.slice(0, at), after: text.slice(at + mark.length) };
}
