import type { CommandContext } from "./context.ts";
import type { Paint } from "./output/paint.ts";
import { printable } from "./output/printable.ts";

/** Prints everybody who was found by a key, one below the other. Throws where nobody was. */
export function printPeople<Found>(
  { terminal, globals }: CommandContext,
  key: string,
  found: readonly Found[],
  render: (each: Found, paint: Paint) => readonly string[],
): void {
  if (found.length === 0) throw nobodyCarries(key);
  if (globals.json) terminal.printJson(found);
  else {
    const people = found.map((each) => render(each, terminal.paint));
    terminal.print(...people.flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines)));
  }
}

/** The error that nobody carries a key. */
export function nobodyCarries(key: string): Error {
  return new Error(
    `Nobody carries "${printable(key)}". It is compared with the ids, e-mail addresses, user names and external ids of all accounts that were read.`,
  );
}
