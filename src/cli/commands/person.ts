import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printPeople } from "../print-people.ts";
import { renderPerson } from "../render/person.ts";

/** `rollcall person <key>`: all that is known of everybody who carries the key: accounts, links, what a plan changes, what was done. */
export async function person(context: CommandContext, key: string): Promise<ExitCode> {
  const { terminal } = context;
  const found = await withSession(context, (session, signal) =>
    session.person(key, { signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  printPeople(context, key, found, renderPerson);
  return exitCodes.done;
}
