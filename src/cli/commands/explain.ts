import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printPeople } from "../print-people.ts";
import { renderJudgement } from "../render/judgement.ts";
import { snapshotFrom } from "../snapshot-files.ts";

/** `rollcall explain <key>`: everybody who carries the key, with every step from what was read to what is done. */
export async function explain(
  context: CommandContext,
  key: string,
  { from }: { readonly from?: string },
): Promise<ExitCode> {
  const { terminal } = context;
  const snapshot = from === undefined ? undefined : await snapshotFrom(terminal, from);
  const found = await withSession(context, (session, signal) =>
    session.explain(key, {
      signal,
      onProgress: (progress) => terminal.progress.show(progress),
      ...(snapshot && { from: snapshot }),
    }),
  );
  printPeople(context, key, found, renderJudgement);
  return exitCodes.done;
}
