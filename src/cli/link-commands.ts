import type { LinkEntry, LinkSection } from "../config/links/entry.ts";
import type { Pin } from "../identity/pin.ts";
import type { Dispute } from "../identity/plan.ts";

/** The command that says of two accounts that they belong together, or that they are apart. */
export function linkCommand({ targetId, connection, id }: Pin, section: LinkSection = "links"): string {
  return words("rollcall", "link", ...flags[section], targetId, connection, id);
}

/** The command that takes back what a links file says. */
export function unlinkCommand({ section, pin }: Pick<LinkEntry, "section" | "pin">): string {
  const { connection, id } = pin;
  return words("rollcall", "unlink", ...flags[section], connection, id);
}

const flags: Readonly<Record<LinkSection, readonly string[]>> = { links: [], apart: ["--apart"] };

const mostCommands = 6;

/** How to settle a dispute: the commands to choose from, or one sentence where there are none, or too many to list. */
export function waysToSettle({ candidates }: Dispute, target: string): readonly string[] {
  const users = candidates.filter(({ connection }) => connection === target);
  const sources = candidates.filter(({ connection }) => connection !== target);
  if (users.length === 0)
    return [
      `No account of ${target} is among them, so that none can be pinned: correct what they share where they are managed.`,
    ];
  const commands = sources.flatMap(({ connection, id }) =>
    users.map((user) => linkCommand({ targetId: user.id, connection, id })),
  );
  return [
    ...(commands.length > mostCommands ? [`rollcall link <id in ${target}> <source> <id>`] : commands),
    "rollcall link --apart … for those that do not belong together",
  ];
}

/** The words of a command as a shell reads them. */
function words(...parts: readonly string[]): string {
  return parts
    .map((part) => (/^[\w.@:+-]+$/.test(part) ? part : `'${part.replaceAll("'", `'\\''`)}'`))
    .join(" ");
}
