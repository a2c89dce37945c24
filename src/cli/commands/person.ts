import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printable } from "../output/printable.ts";
import { renderPerson } from "../render/person.ts";

/** `rollcall person <key>`: all that is known of everybody who carries the key: accounts, links, what a plan changes, what was done. */
export async function person(context: CommandContext, key: string): Promise<ExitCode> {
  const { terminal, globals } = context;
  const found = await withSession(context, (session, signal) =>
    session.person(key, { signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  if (found.length === 0)
    throw new Error(
      `Nobody carries "${printable(key)}". It is compared with the ids, e-mail addresses, user names and external ids of all accounts that were read.`,
    );
  if (globals.json) terminal.printJson(found);
  else {
    const people = found.map((record) => renderPerson(record, terminal.paint));
    terminal.print(...people.flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines)));
  }
  return exitCodes.done;
}
