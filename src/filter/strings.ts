import { foldString } from "./fold.ts";
import { lowerAscii } from "./path.ts";

const firstBeyondAscii = 0x80;

/** Whether a string is, folded, the text that a filter names. */
export function equalsFolded(value: string, folded: string): boolean {
  const agreed = agreement(value, folded);
  return agreed === undefined
    ? foldString(value) === folded
    : agreed === folded.length && agreed === value.length;
}

/** Whether a string begins, folded, with the text that a filter names. */
export function startsFolded(value: string, folded: string): boolean {
  const agreed = agreement(value, folded);
  return agreed === undefined ? foldString(value).startsWith(folded) : agreed === folded.length;
}

/** Whether a string ends, folded, with the text that a filter names. */
export function endsFolded(value: string, folded: string): boolean {
  for (let back = 1; back <= folded.length; back++) {
    const code = value.charCodeAt(value.length - back);
    if (code >= firstBeyondAscii) return foldString(value).endsWith(folded);
    if (lowerAscii(code) !== folded.charCodeAt(folded.length - back)) return false;
  }
  return true;
}

/** Whether a string holds, folded, the text that a filter names. */
export function containsFolded(value: string, folded: string): boolean {
  return foldString(value).includes(folded);
}

/**
 * How many characters a string and a folded text have in common at their beginning, as far as ASCII decides it: case is then that of
 * letters, and no folding can change a character but by what follows it. Undefined where a character beyond ASCII has a say.
 */
function agreement(value: string, folded: string): number | undefined {
  const length = Math.min(value.length, folded.length);
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code >= firstBeyondAscii) return undefined;
    if (lowerAscii(code) !== folded.charCodeAt(i)) {
      return value.charCodeAt(i + 1) >= firstBeyondAscii ? undefined : i;
    }
  }
  return value.charCodeAt(length) >= firstBeyondAscii ? undefined : length;
}

const firstSurrogate = 0xd800;
const afterSurrogates = 0xe000;

/** Orders strings by their code points: negative, zero or positive. (Operators of JavaScript order by UTF-16 code units.) */
export function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [one.charCodeAt(i), other.charCodeAt(i)];
    if (a !== b) return rank(a) - rank(b);
  }
  return one.length - other.length;
}

/** Surrogates stand for code points above all that one code unit can be. */
function rank(code: number): number {
  if (code < firstSurrogate) return code;
  return code >= afterSurrogates ? code - (afterSurrogates - firstSurrogate) : code + 0x10000;
}
