import { didYouMean } from "../../config/suggest.ts";
import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection, Session } from "../../session/types.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { readArguments } from "../operation/arguments.ts";
import { requireConnection } from "../operation/connection.ts";
import { allowedWrite } from "../operation/consent.ts";
import { requireOutput, writeAnswer } from "../operation/output.ts";
import { send } from "../operation/send.ts";

export interface CallOptions {
  readonly body?: string;
  readonly output?: string;
  readonly data?: boolean;
  readonly yes?: boolean;
}

/**
 * `rollcall call <connection> <operation> [name=value…]`: sends one operation and prints its answer as it is. All that can be
 * checked is checked before anything is sent.
 */
export async function call(
  context: CommandContext,
  connection: string,
  name: string,
  words: readonly string[],
  options: CallOptions,
): Promise<ExitCode> {
  const { terminal } = context;
  return withSession(context, async (session, signal) => {
    requireConnection(connection, session);
    const opened = session.operations(connection);
    const operation = findOperation(name, opened);
    const given = readArguments(operation, words, {
      body: options.body,
      connection: opened.settings.project === undefined ? [] : ["project"],
    });
    await requireOutput(operation, options, terminal);
    const isGuarded = operation.writes && isProduction(connection, session) && !options.yes;
    const intent = { connection, url: opened.settings.url, operation };
    if (isGuarded && !(await allowedWrite(intent, terminal, signal))) return exitCodes.difference;
    const answer = await send(opened, operation, given, terminal, { data: options.data === true, signal });
    await writeAnswer(answer, operation, options, terminal, signal);
    tellSecrets(operation, context);
    return exitCodes.done;
  });
}

function findOperation(name: string, { operations, settings }: OpenConnection): Operation {
  const operation = operations.find((each) => each.name === name);
  if (operation !== undefined) return operation;
  const known = operations.map((each) => each.name);
  const near = didYouMean(name, known);
  const advice = near.startsWith("Did")
    ? near
    : `They are listed by: rollcall operations ${settings.platform}`;
  throw new UsageError(`${settings.name} has no operation "${name}". ${advice}`);
}

function isProduction(connection: string, { configuration }: Session): boolean {
  return configuration.connections[connection]?.production === true;
}

function tellSecrets({ shownOnce }: Operation, { terminal }: CommandContext): void {
  if (shownOnce === undefined) return;
  const fields = shownOnce.join(" and ");
  terminal.say(terminal.voice("warning", `The ${fields} in this answer is shown this once: keep it safe.`));
}
