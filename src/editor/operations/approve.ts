import type { Change, Plan } from "../../identity/plan.ts";
import { changeActions } from "../../identity/situation.ts";
import { undoRemarks } from "../../identity/undo.ts";
import { estimateText } from "../../session/estimate.ts";
import type { Host } from "../host.ts";
import { actionWords, counted } from "../views/reconciliation/words.ts";

/** What a person is asked to allow. */
export interface Approval {
  /** The command's title, without dots. */
  readonly title: string;
  readonly plan: Pick<Plan, "id" | "target" | "blocked">;
  /** What would be applied. */
  readonly changes: readonly Change[];
  /** How many changes of the plan are left out. */
  readonly leftOut: number;
  /** How many of those that would be applied the view's filter hides. */
  readonly notShown: number;
}

/** An approval with all that is said of it, in paragraphs of lines. */
type Facts = Approval & { readonly paragraphs: readonly (readonly string[])[] };

/**
 * Asks whether changes may be applied, with counts, what it takes, what cannot be undone, and the connection's name. A plan that
 * exceeds limits wants the beginning of its id typed, and a connection that is marked as production its name. Answers whether it was
 * allowed.
 */
export async function approve(host: Host, approval: Approval): Promise<boolean> {
  const session = await host.sessions.get();
  const { target, blocked } = approval.plan;
  const takes = estimateText(await session.estimate(approval.changes));
  const facts = { ...approval, paragraphs: paragraphsOf(approval, takes) };
  const over = blocked.length > 0;
  if (over && !(await typeId(host, facts))) return false;
  if (session.configuration.connections[target.connection]?.production)
    return typeName(host, over ? { ...facts, paragraphs: [] } : facts);
  return over || confirm(host, facts);
}

/** Characters of a plan's id that tell it from any other. */
const idLength = 12;

async function typeId(host: Host, { title, plan, changes, paragraphs }: Facts): Promise<boolean> {
  const id = plan.id.slice(0, idLength);
  const answer = await host.ask.input({
    id: "allowOverLimit",
    title,
    prompt: prompt(
      paragraphs,
      `Type ${id}, the beginning of this plan's id, to apply ${counted(changes.length, "change")} all the same.`,
    ),
    placeholder: id,
    validate: (text) =>
      text === id ? undefined : { message: `Type ${id}, or press Escape to apply nothing.` },
  });
  return answer === id;
}

async function typeName(host: Host, { title, plan, changes, paragraphs }: Facts): Promise<boolean> {
  const { connection } = plan.target;
  const answer = await host.ask.input({
    id: "applyProduction",
    title,
    prompt: prompt(
      paragraphs,
      `${connection} is marked as production: type its name to apply ${counted(changes.length, "change")}.`,
    ),
    placeholder: connection,
    validate: (text) =>
      text === connection ? undefined : { message: `Type ${connection}, or press Escape to apply nothing.` },
  });
  return answer === connection;
}

function prompt(paragraphs: Facts["paragraphs"], wanted: string): string {
  return [...paragraphs.flat(), wanted].join(" ");
}

function confirm(host: Host, { plan, changes, paragraphs }: Facts): Promise<boolean> {
  return host.ask.confirm({
    id: "apply",
    message: `Apply ${counted(changes.length, "change")} to ${plan.target.connection}?`,
    detail: [
      ...paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")),
      "What has changed there since the plan was made is skipped.",
    ].join("\n\n"),
    action: `Apply ${counted(changes.length, "Change")}`,
  });
}

function paragraphsOf(
  { plan, changes, leftOut, notShown }: Approval,
  takes: string,
): readonly (readonly string[])[] {
  const counts = changeActions.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${actionWords[action].title.toLowerCase()} ${count.toLocaleString("en")}`];
  });
  const { connection, url } = plan.target;
  return [
    plan.blocked.map(({ why }) => why),
    [
      `${sentence(counts.join(", "))}.`,
      ...(notShown > 0 ? [notShownText(notShown)] : []),
      ...(leftOut > 0 ? [`${counted(leftOut, "change")} left out.`] : []),
    ],
    undoRemarks(changes),
    [`It takes ${takes}.`, `${connection} is ${url}.`],
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
