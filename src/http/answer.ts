import type { Expectation, RawAnswer } from "./message.ts";

/** A body that is not what was expected; `came` says in words what it is instead. */
export interface Unreadable {
  readonly came: string;
}

/** Reads a good answer's body as expected: its data, or what came in its place. */
export function readBody(answer: RawAnswer, expects: Expectation): { readonly data: unknown } | Unreadable {
  if (expects === "nothing" || answer.body.length === 0) return { data: undefined };
  if (expects === "bytes") return { data: answer.body };
  const text = decode(answer.body);
  if (expects === "text") return { data: text };
  if (text.trim() === "") return { data: undefined };
  try {
    return { data: JSON.parse(text) };
  } catch {
    return { came: describe(text) };
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
    const end = trimmed.startsWith("{") ? "}" : "]";
    return trimmed.endsWith(end)
      ? "malformed JSON"
      : `JSON that is cut short after ${Buffer.byteLength(text)} bytes`;
  }
  if (trimmed.startsWith("<")) return "an XML document";
  return `the text "${excerpt(trimmed)}"`;
}

/** Whether a text is a web page. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body)/i.test(text);
}

/** One line of at most 120 characters. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > excerptLength ? `${line.slice(0, excerptLength)}…` : line;
}

function htmlTitle(text: string): string | undefined {
  const title = /<title[^>]*>([^<]{1,400})<\/title>/i.exec(text)?.[1]?.trim();
  return title ? excerpt(title) : undefined;
}
