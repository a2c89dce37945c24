import {
  applyEdits,
  createScanner,
  type Edit,
  type FormattingOptions,
  findNodeAtLocation,
  modify,
  type Node,
  parseTree,
} from "jsonc-parser";
import type { Pin } from "../../identity/pin.ts";
import type { LinkSection } from "./entry.ts";

/** A links file that says nothing yet. */
export const emptyLinks = `{
  // What people have decided: which accounts belong together, and which do not ("apart").
  "links": [],
  "apart": []
}
`;

/** The text of a links file with one more entry, on a line of its own; all else, comments as well, stays as it is. */
export function withEntry(text: string | undefined, section: LinkSection, pin: Pin): string {
  const before = withSection(text === undefined || text.trim() === "" ? emptyLinks : text, section);
  const list = listAt(before, section);
  const newline = newlineOf(before);
  const entry = entryText(pin);
  const last = list.children?.at(-1);
  if (!last) {
    const indent = indentAt(before, list.offset);
    const replacement = `[${newline}${indent}  ${entry}${newline}${indent}]`;
    const inside = before.slice(list.offset + 1, list.offset + list.length - 1).trim();
    const content =
      inside === ""
        ? replacement
        : `[${newline}${indent}  ${inside}${newline}${indent}  ${entry}${newline}${indent}]`;
    return applyEdits(before, [{ offset: list.offset, length: list.length, content }]);
  }
  const end = last.offset + last.length;
  const comma = commaAfter(before, end);
  const lineEnd = restOfLine.exec(before.slice(end));
  const indent = indentAt(before, last.offset);
  const addition = `${newline}${indent}${entry}${comma === undefined ? "" : ","}`;
  const at = lineEnd ? end + lineEnd[0].length : (comma ?? end - 1) + 1;
  return applyEdits(before, [
    ...(comma === undefined ? [{ offset: end, length: 0, content: "," }] : []),
    { offset: at, length: 0, content: addition },
  ]);
}

/** The text of a links file without one entry, its line and what is noted on it; all else stays as it is. */
export function withoutEntry(text: string, section: LinkSection, index: number): string {
  const { children = [] } = listAt(text, section);
  const entry = children[index];
  if (!entry) return text;
  const previous = children[index - 1];
  const end = entry.offset + entry.length;
  const comma = commaAfter(text, end);
  const lineStart = text.lastIndexOf("\n", entry.offset - 1) + 1;
  const rest = restOfLine.exec(text.slice(end));
  const alone = rest !== null && text.slice(lineStart, entry.offset).trim() === "" && lineStart > 0;
  const stop = alone ? end + rest[0].length : (comma ?? end - 1) + 1;
  const edits: Edit[] = [];
  if (index === children.length - 1 && previous && comma === undefined) {
    const before = commaAfter(text, previous.offset + previous.length);
    if (before !== undefined) edits.push({ offset: before, length: 1, content: "" });
  }
  const from = alone ? lineStart - newlineBefore(text, lineStart) : entry.offset;
  return applyEdits(text, [...edits, { offset: from, length: stop - from, content: "" }]);
}

const formattingOptions: FormattingOptions = { insertSpaces: true, tabSize: 2, insertFinalNewline: true };

/** What may follow an entry on its line: a comma, and a comment that ends there. */
const restOfLine = /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*|(?:\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?)(?=\r?\n|$)/;

function withSection(text: string, section: LinkSection): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root && findNodeAtLocation(root, [section])) return text;
  return applyEdits(text, modify(text, [section], [], { formattingOptions }));
}

function listAt(text: string, section: LinkSection): Node {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const list = root && findNodeAtLocation(root, [section]);
  if (!list) throw new Error(`The links file has no list "${section}".`);
  return list;
}

function entryText({ targetId, connection, id, note }: Pin): string {
  const members = Object.entries({ target: targetId, source: connection, id, ...(note ? { note } : {}) });
  return `{ ${members.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(", ")} }`;
}

/** Where the comma stands that follows an element, over comments and line ends. */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  return text[scanner.getTokenOffset()] === "," ? scanner.getTokenOffset() : undefined;
}

function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function newlineBefore(text: string, offset: number): number {
  return text.slice(0, offset).endsWith("\r\n") ? 2 : 1;
}

/** The white space that a line begins with. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}
