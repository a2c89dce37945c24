import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printable } from "../output/printable.ts";
import { renderJudgement } from "../render/judgement.ts";
import { snapshotFrom } from "../snapshot-files.ts";

/** `rollcall explain <key>`: everybody who carries the key, with every step from what was read to what is done. */
export async function explain(
  context: CommandContext,
  key: string,
  { from }: { readonly from?: string },
): Promise<ExitCode> {
  const { terminal, globals } = context;
  const snapshot = from === undefined ? undefined : await snapshotFrom(terminal, from);
  const found = await withSession(context, (session, signal) =>
    session.explain(key, {
      signal,
      onProgress: (progress) => terminal.progress.show(progress),
      ...(snapshot && { from: snapshot }),
    }),
  );
  if (found.length === 0)
    throw new Error(
      `Nobody carries "${printable(key)}". It is compared with the ids, e-mail addresses, user names and external ids of all accounts that were read.`,
    );
  if (globals.json) terminal.printJson(found);
  else {
    const people = found.map((judgement) => renderJudgement(judgement, terminal.paint));
    terminal.print(...people.flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines)));
  }
  return exitCodes.done;
}
