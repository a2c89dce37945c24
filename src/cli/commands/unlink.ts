import type { LinkSection } from "../../config/links/entry.ts";
import { writeLinks } from "../../config/links/file.ts";
import { entriesOf, unsaying } from "../../config/links/say.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { linkCommand } from "../link-commands.ts";
import { checkSource, linksIn } from "../links-file.ts";
import { printable } from "../output/printable.ts";

/** `rollcall unlink <source> <id>`: takes the pin of a source account back, or with `--apart` all that it is kept apart from. */
export async function unlink(
  context: CommandContext,
  source: string,
  id: string,
  { apart }: { readonly apart?: boolean },
): Promise<ExitCode> {
  const { terminal, globals } = context;
  const section: LinkSection = apart ? "apart" : "links";
  const { file, target, removed } = await withSession(context, async (session) => {
    const links = await linksIn(session);
    checkSource(source, links);
    const { text, removed } = unsaying(
      links,
      ({ section: list, pin }) => list === section && pin.connection === source && pin.id === id,
    );
    if (removed.length === 0) {
      const other = entriesOf(links).some(({ pin }) => pin.connection === source && pin.id === id);
      const what = `${source} ${printable(id)} is not ${apart ? "kept apart from anything" : "pinned"} in ${links.file}.`;
      const where = apart ? "It is pinned: leave --apart out." : "It is kept apart: add --apart.";
      throw new UsageError(`${what} ${other ? where : "See what is with: rollcall links"}`);
    }
    await writeLinks(links, text);
    return { file: links.file, target: links.policy.target, removed };
  });
  if (globals.json) terminal.printJson({ file, removed: removed.map(({ pin }) => ({ section, ...pin })) });
  else {
    const what = apart ? "are not kept apart any more" : "are not pinned to each other any more";
    for (const { pin } of removed)
      terminal.print(`${printable(`${target} ${pin.targetId} and ${source} ${id}`)} ${what}.`);
    const again = removed.map(({ pin }) => linkCommand(pin, section)).join("; ");
    terminal.say(`Wrote ${file}. Put it back with: ${again}`);
  }
  return exitCodes.done;
}
