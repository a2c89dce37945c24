import { type DifferingValue, keepableValues, keptValues } from "../../identity/keepable.ts";
import { concerns } from "../../session/explain.ts";
import type { Planning, Session } from "../../session/types.ts";
import { requireConsent } from "../apply-plan.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { counted, printable } from "../output/printable.ts";
import { typed } from "../output/typed.ts";
import { nobodyCarries } from "../print-people.ts";
import { renderValues } from "../render/values.ts";

export interface KeepOptions {
  readonly takeBack?: boolean;
  readonly yes?: boolean;
}

/**
 * `rollcall keep <person> [attribute…]`: keeps what the target has although the sources say otherwise, or takes that back. Shows the values
 * and asks. Nothing is sent to any platform.
 */
export async function keep(
  context: CommandContext,
  key: string,
  attributes: readonly string[],
  { takeBack = false, yes }: KeepOptions,
): Promise<ExitCode> {
  const { terminal, globals } = context;
  requireConsent(yes, terminal, "See what differs with: rollcall explain. Then give --yes.");
  return withSession(context, async (session, signal) => {
    const planning = await session.plan({
      signal,
      onProgress: (progress) => terminal.progress.show(progress),
    });
    const values = chosen(planning, key, attributes, takeBack);
    if (!globals.json)
      terminal.print(...renderValues(values, planning.plan.target.connection, terminal.paint));
    if (values.length > 0 && !yes) {
      terminal.say("", takeBack ? "No longer keep this?" : "Keep what the target has?");
      if (!(await typed("yes", terminal, signal))) {
        terminal.say("Nothing was remembered.");
        return exitCodes.difference;
      }
    }
    const after = values.length > 0 ? remember(session, planning, values, takeBack) : planning;
    if (globals.json) terminal.printJson({ [takeBack ? "takenBack" : "kept"]: values, plan: after.plan.id });
    else terminal.say(outcome(values, key, takeBack));
    return exitCodes.done;
  });
}

function remember(
  session: Session,
  planning: Planning,
  values: readonly DifferingValue[],
  takeBack: boolean,
): Planning {
  return takeBack ? session.release(planning, values) : session.keep(planning, values);
}

/** The values that are named. Throws where nobody carries the key, and UsageError where an attribute is named that is not among them. */
function chosen(
  { plan, judgements }: Planning,
  key: string,
  attributes: readonly string[],
  takeBack: boolean,
): readonly DifferingValue[] {
  const people = judgements.filter((judgement) => concerns(judgement, key));
  if (people.length === 0) throw nobodyCarries(key);
  const ids = new Set(people.flatMap(({ targets }) => targets.map(({ id }) => id)));
  const all = (takeBack ? keptValues(plan) : keepableValues(plan)).filter(({ targetId }) =>
    ids.has(targetId),
  );
  const unknown = attributes.find((name) => !all.some(({ attribute }) => attribute === name));
  if (unknown !== undefined) {
    const names = [...new Set(all.map(({ attribute }) => attribute))];
    const those = names.length === 0 ? "Nothing" : `Only ${names.join(", ")}`;
    throw new UsageError(
      `${printable(unknown)} of ${printable(key)} ${takeBack ? "is not kept" : "does not differ"}. ${those} ${takeBack ? "is" : "does"}.`,
    );
  }
  return attributes.length === 0 ? all : all.filter(({ attribute }) => attributes.includes(attribute));
}

function outcome(values: readonly DifferingValue[], key: string, takeBack: boolean): string {
  const whose = printable(key);
  if (values.length === 0) return takeBack ? `Nothing of ${whose} is kept.` : `Nothing of ${whose} differs.`;
  const what = counted(values.length, "value");
  return takeBack
    ? `${what} no longer kept. See what follows with: rollcall plan`
    : `Kept ${what}; nothing was sent. Not planned again until either side moves. Take it back with: rollcall keep ${whose} --take-back`;
}
