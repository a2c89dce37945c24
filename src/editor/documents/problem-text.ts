import type { Problem } from "../problem.ts";

/** All that is known of an error: what happened, what to do, and what a server's operator asks for. */
export function problemText({ title, message, advice, facts }: Problem): string {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  const rows = facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  return `${[title, message, advice, rows.join("\n")].filter(Boolean).join("\n\n")}\n`;
}
