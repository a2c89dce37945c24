import { relative } from "node:path";
import { entriesOf } from "../../config/links/say.ts";
import { pairKey } from "../../identity/pin.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { linksIn } from "../links-file.ts";
import { counted, printable } from "../output/printable.ts";
import { table } from "../output/table.ts";

/** What is known of two accounts, and where it comes from. */
interface Known {
  readonly kind: "pinned" | "apart" | "remembered";
  readonly targetId: string;
  readonly source: string;
  readonly id: string;
  /** A place in the links file, or the ledger. */
  readonly from: string;
  readonly why?: string;
}

/** `rollcall links`: what people have pinned or kept apart, and what earlier runs remember. Reads no platform. */
export async function links(context: CommandContext): Promise<ExitCode> {
  const { terminal, globals } = context;
  const { target, known } = await withSession(context, async (session) => {
    const file = await linksIn(session);
    const { target } = file.policy;
    const entries = entriesOf(file);
    const name = relative(terminal.streams.folder, file.file);
    const said = entries.map(
      ({ section, line, pin: { targetId, connection, id, note } }): Known => ({
        kind: section === "apart" ? "apart" : "pinned",
        targetId,
        source: connection,
        id,
        from: `${name}:${line}`,
        ...(note && { why: note }),
      }),
    );
    const pinned = new Set(
      entries.filter(({ section }) => section === "links").map(({ pin }) => pairKey(pin)),
    );
    const remembered = [...session.links(target)].flatMap(([targetId, refs]) =>
      refs
        .filter(({ connection, id }) => !pinned.has(pairKey({ targetId, connection, id })))
        .map(
          ({ connection, id, evidence }): Known => ({
            kind: "remembered",
            targetId,
            source: connection,
            id,
            from: "ledger",
            why: evidence,
          }),
        ),
    );
    return { target, known: [...said, ...remembered] };
  });
  if (globals.json) terminal.printJson(known);
  else if (known.length === 0) terminal.say("Nothing is pinned, kept apart or remembered yet.");
  else {
    const columns = ["", `Id in ${target}`, "Source", "Id", "From", "Why"].map((title) => ({ title }));
    const rows = known.map(({ kind, targetId, source, id, from, why = "" }) =>
      [kind, targetId, source, id, from, why].map(printable),
    );
    terminal.print(...table(columns, rows, terminal.paint));
    terminal.say(terminal.voice("faint", `${counted(known.length, "link")}.`));
  }
  return exitCodes.done;
}
