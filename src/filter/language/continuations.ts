import type { AttributeSchema } from "../attributes.ts";
import { completeFilter } from "../complete.ts";

/** One way in which a filter can go on. */
export interface Continuation {
  /** What is written. */
  readonly label: string;
  /** One line of help. */
  readonly detail: string;
  /** The whole text with it, ready for what comes next. */
  readonly text: string;
}

const opening = /[\s([]$/;

/** How a filter that is typed to its end can go on. */
export function continuationsOf(text: string, schema: AttributeSchema): readonly Continuation[] {
  return completeFilter(text, text.length, schema).map(({ label, insertText, detail, range }) => {
    const before = text.slice(0, range.start);
    const gap = before === "" || opening.test(before) ? "" : " ";
    const after = insertText.endsWith("(") ? "" : " ";
    return { label, detail, text: `${before}${gap}${insertText}${after}` };
  });
}
