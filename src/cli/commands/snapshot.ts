import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { counted } from "../output/printable.ts";
import { keepSnapshot } from "../snapshot-files.ts";

/** `rollcall snapshot --out <file>`: reads every directory and keeps what they hold, to plan from and to compare later. */
export async function snapshot(
  context: CommandContext,
  { out }: { readonly out: string },
): Promise<ExitCode> {
  const { terminal, globals } = context;
  const { world } = await withSession(context, (session, signal) =>
    session.snapshot({ signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  const { takenAt, digest } = await keepSnapshot(terminal, out, world);
  const held = [world.target, ...world.sources].map(({ connection, accounts, complete }) => ({
    connection,
    accounts: accounts.length,
    complete,
  }));
  if (globals.json) terminal.printJson({ file: out, takenAt, digest, connections: held });
  else
    terminal.print(
      ...held.map(
        ({ connection, accounts, complete }) =>
          `${connection}: ${counted(accounts, "account")}, ${complete ? "complete" : "not proven complete"}`,
      ),
    );
  return exitCodes.done;
}
