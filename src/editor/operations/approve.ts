import type { Change, Plan } from "../../identity/plan.ts";
import { changeActions } from "../../identity/situation.ts";
import type { Host } from "../host.ts";
import { actionWords, counted } from "../views/reconciliation/words.ts";

/** What a person is asked to allow. */
export interface Approval {
  /** The command's title, without dots. */
  readonly title: string;
  readonly target: Plan["target"];
  /** What would be applied. */
  readonly changes: readonly Change[];
  /** How many changes of the plan are left out. */
  readonly leftOut: number;
  /** How many of those that would be applied the view's filter hides. */
  readonly notShown: number;
}

/**
 * Asks once whether changes may be applied, with counts and the connection's name. For a connection that is marked as production
 * its name has to be typed. Answers whether it was allowed.
 */
export async function approve(host: Host, approval: Approval): Promise<boolean> {
  const { configuration } = await host.sessions.get();
  const { connection } = approval.target;
  const production = configuration.connections[connection]?.production ?? false;
  return production ? typeName(host, approval) : confirm(host, approval);
}

async function typeName(host: Host, approval: Approval): Promise<boolean> {
  const { title, target, changes } = approval;
  const { connection } = target;
  const answer = await host.ask.input({
    id: "applyProduction",
    title,
    prompt: `${facts(approval).join(" ")} ${connection} is marked as production: type its name to apply ${counted(changes.length, "change")}.`,
    placeholder: connection,
    validate: (text) =>
      text === connection ? undefined : { message: `Type ${connection}, or press Escape to apply nothing.` },
  });
  return answer === connection;
}

function confirm(host: Host, approval: Approval): Promise<boolean> {
  const { target, changes } = approval;
  return host.ask.confirm({
    id: "apply",
    message: `Apply ${counted(changes.length, "change")} to ${target.connection}?`,
    detail: [...facts(approval), "What has changed there since the plan was made is skipped."].join("\n"),
    action: `Apply ${counted(changes.length, "Change")}`,
  });
}

function facts({ target, changes, leftOut, notShown }: Approval): readonly string[] {
  const counts = changeActions.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${actionWords[action].title.toLowerCase()} ${count.toLocaleString("en")}`];
  });
  return [
    `${sentence(counts.join(", "))}.`,
    ...(notShown > 0 ? [notShownText(notShown)] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, "change")} left out.`] : []),
    `${target.connection} is ${target.url}.`,
  ];
}

function notShownText(count: number): string {
  return count === 1
    ? "1 of them is not shown: the filter hides it."
    : `${count.toLocaleString("en")} of them are not shown: the filter hides them.`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
