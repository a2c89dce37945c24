import type { Node } from "jsonc-parser";

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** A JSON string as it stands in a text, closed or not: what it means, and which place of the one is which of the other. */
export class JsonString {
  /** What the string means. An escape that JSON does not have means the character behind its backslash. */
  readonly text: string;
  /** Where each UTF-16 unit of the meaning begins, counted from the first behind the quote, and where the last ends. */
  readonly #starts: readonly number[];
  readonly #offset: number;

  /**
   * @param text The whole text.
   * @param node A string node of it.
   */
  constructor(text: string, node: Node) {
    const raw = text.slice(node.offset + 1, node.offset + node.length);
    const starts: number[] = [];
    const units: string[] = [];
    let end = 0;
    for (const { 0: unit, index } of raw.matchAll(/\\u[0-9a-fA-F]{4}|\\?./gs)) {
      if (unit === '"') break;
      starts.push(index);
      units.push(meaningOf(unit));
      end = index + unit.length;
    }
    this.text = units.join("");
    this.#starts = [...starts, end];
    this.#offset = node.offset + 1;
  }

  /** The place in the whole text of a place in the meaning. */
  toFile(unit: number): number {
    return this.#offset + (this.#starts[Math.min(unit, this.text.length)] ?? 0);
  }

  /** The place in the meaning of a place in the whole text. Undefined where that is not inside the quotes. */
  fromFile(offset: number): number | undefined {
    const place = offset - this.#offset;
    const end = this.#starts[this.text.length] ?? 0;
    if (place < 0 || place > end) return undefined;
    return this.#starts.findLastIndex((start) => start <= place);
  }

  /** A text as it stands inside the quotes of a JSON string. */
  static escaped(text: string): string {
    return JSON.stringify(text).slice(1, -1);
  }
}

function meaningOf(unit: string): string {
  if (unit.length === 6) return String.fromCharCode(Number.parseInt(unit.slice(2), 16));
  const escaped = unit.length === 2 ? unit.slice(1) : undefined;
  return escaped === undefined ? unit : (escapes[escaped] ?? escaped);
}
