import type { LinkSection } from "../../config/links/entry.ts";
import { writeLinks } from "../../config/links/file.ts";
import { saying } from "../../config/links/say.ts";
import type { Pin } from "../../identity/pin.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { unlinkCommand } from "../link-commands.ts";
import { accountOf, accountText, checkSource, linksIn } from "../links-file.ts";

export interface LinkOptions {
  readonly note?: string;
  readonly apart?: boolean;
}

/**
 * `rollcall link <target> <source> <id>`: says in the links file that two accounts belong together, or with `--apart` that they do not.
 * Throws RefusedLink where the file says otherwise.
 */
export async function link(
  context: CommandContext,
  targetId: string,
  source: string,
  id: string,
  { note, apart }: LinkOptions,
): Promise<ExitCode> {
  const { terminal, globals } = context;
  const section: LinkSection = apart ? "apart" : "links";
  const pin: Pin = { targetId, connection: source, id, ...(note && { note }) };
  const { user, account, file, changed } = await withSession(context, async (session, signal) => {
    const links = await linksIn(session);
    checkSource(source, links);
    const text = saying(links, section, pin);
    const [user, account] = await Promise.all([
      accountOf(session, links.policy.target, targetId, signal),
      accountOf(session, source, id, signal),
    ]);
    if (text !== undefined) await writeLinks(links, text);
    return { user, account, file: links.file, changed: text !== undefined };
  });
  if (globals.json)
    terminal.printJson({ file, section, changed, target: user, source: account, ...(note && { note }) });
  else {
    const what = apart ? "do not belong together" : "belong together";
    terminal.print(`${accountText(user)} and ${accountText(account)} ${what}.`);
    terminal.say(
      changed
        ? `Wrote ${file}. See what follows with: rollcall plan. Take it back with: ${unlinkCommand({ section, pin })}`
        : `${file} says so already. Nothing was written.`,
    );
  }
  return exitCodes.done;
}
