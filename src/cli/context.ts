import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Configuration } from "../config/configuration.ts";
import type { Session, SessionOptions } from "../session/types.ts";
import { UsageError } from "./exit.ts";
import type { Terminal } from "./output/terminal.ts";
import { tellWaits } from "./waits.ts";

/** Flags that every command takes. */
export interface GlobalOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly color?: boolean;
}

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly globals: GlobalOptions;
}

const configurationName = "rollcall.jsonc";

/** The configuration file: the one that was named, else the nearest rollcall.jsonc above the folder. */
function findConfiguration({ terminal, globals }: CommandContext): string {
  const { folder: start } = terminal.streams;
  if (globals.config !== undefined) return resolve(start, globals.config);
  for (let folder = start, parent = dirname(start); ; folder = parent, parent = dirname(folder)) {
    const file = join(folder, configurationName);
    if (existsSync(file)) return file;
    if (parent === folder) break;
  }
  throw new UsageError(
    `There is no ${configurationName} in ${start} or any folder above. Name one with --config, or get one to try with: rollcall sandbox --write-config ${configurationName}`,
  );
}

/**
 * Opens a session on the configuration for the life of one piece of work, and closes it in any case.
 * @param work Given the session and a signal that is raised when the user wants to stop.
 */
export async function withSession<Result>(
  context: CommandContext,
  work: (session: Session, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const file = findConfiguration(context);
  const { loadConfiguration } = await import("../config/load.ts");
  const configuration = await loadConfiguration(file);
  const { openSession } = await import("../session/session.ts");
  const { untilInterrupted } = await import("./interrupt.ts");
  const session = await openSession({
    configurationFile: file,
    ...(await sessionOptions(context, configuration)),
  });
  try {
    return await untilInterrupted(context.terminal, (signal) => work(session, signal));
  } finally {
    await session.close();
  }
}

/** Where a session on the command line gets its secrets, and whom it tells of waits. */
async function sessionOptions(
  { terminal }: CommandContext,
  { connections }: Configuration,
): Promise<Omit<SessionOptions, "configurationFile">> {
  const { environmentSecrets, howToSignInByEnvironment } = await import("../config/secrets.ts");
  const tokenVariable = (connection: string) => connections[connection]?.token?.env;
  return {
    secrets: (connection) => environmentSecrets(connection, tokenVariable(connection), terminal.environment),
    howToSignIn: (connection, secret) =>
      howToSignInByEnvironment(connection, secret, tokenVariable(connection)),
    onWait: tellWaits(terminal),
    ...(terminal.environment.ROLLCALL_DEBUG === "1" && { onExchange: (line) => terminal.say(line) }),
  };
}
