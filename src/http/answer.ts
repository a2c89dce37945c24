import type { Expectation, RawAnswer } from "./message.ts";

/** A body that is not what was expected. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Reads a good answer's body as expected: its data, or the text that came in place of JSON. */
export function readBody(answer: RawAnswer, expects: Expectation): { readonly data: unknown } | Unreadable {
  if (expects === "nothing" || answer.body.length === 0) return { data: undefined };
  if (expects === "bytes") return { data: answer.body };
  const text = decode(answer.body);
  if (expects === "text") return { data: text };
  if (text.trim() === "") return { data: undefined };
  try {
    return { data: JSON.parse(text) };
  } catch {
    return { unreadable: text };
  }
}

/** Body bytes as text (UTF-8; a byte-order mark is dropped, malformed bytes become U+FFFD). */
export function decode(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** JSON that a body holds, undefined where it holds none. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(decode(body));
  } catch {
    return undefined;
  }
}

const excerptLength = 120;

/** What a text is, for people: an HTML page and its title, JSON cut short, XML, or its first words. */
export function describe(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "an empty answer";
  if (isHtml(trimmed)) {
    const title = htmlTitle(trimmed);
    return title === undefined ? "an HTML page" : `an HTML page titled "${title}"`;
  }
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
    return trimmed.endsWith(trimmed.startsWith("{") ? "}" : "]")
      ? "malformed JSON"
      : "JSON that is cut short";
  }
  return trimmed.startsWith("<") ? "an XML document" : `the text "${excerpt(trimmed, excerptLength)}"`;
}

/** Whether a text is a web page. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body)/i.test(text);
}

/** One line of at most so many characters. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

function htmlTitle(text: string): string | undefined {
  const title = /<title[^>]*>([^<]{1,400})<\/title>/i.exec(text)?.[1]?.trim();
  return title ? excerpt(title, excerptLength) : undefined;
}
