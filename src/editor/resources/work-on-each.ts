import { openDocument } from "../documents/open.ts";
import type { Host } from "../host.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem, type Problem } from "../problem.ts";
import { withProgress } from "../ui/progress.ts";
import { counted } from "../views/reconciliation/words.ts";

/** The same work on several things. */
interface Work<Item> {
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  /** What is being done and what has been: `deleting`, `deleted`. */
  readonly doing: string;
  readonly done: string;
  /** One of them, for people; and several, where an s does not make them. */
  readonly one: string;
  readonly many?: string;
  readonly run: (item: Item, signal: AbortSignal) => Promise<unknown>;
  /** Shows what came of it, before a person is told. */
  readonly show?: () => Promise<unknown>;
}

interface Outcome {
  readonly name: string;
  /** Why it failed; `untried` where the work was cancelled before. */
  readonly problem?: Problem | "untried";
}

/**
 * Works on one thing after the other, under progress that can be cancelled. What fails does not keep the others from being worked
 * on; at the end a person is told what failed, and can see all of it as a text.
 */
export async function workOnEach<Item>(host: Host, work: Work<Item>): Promise<void> {
  const { items, doing, one, many } = work;
  const what = items.length === 1 ? work.nameOf(items[0] as Item) : counted(items.length, one, many);
  const outcomes = await withProgress(`${doing} ${what}`, async ({ signal, onProgress }) => {
    const ended: Outcome[] = [];
    for (const [index, item] of items.entries()) {
      if (items.length > 1) onProgress({ stage: "apply", done: index, total: items.length });
      ended.push(await outcomeOf(host, work, item, signal));
    }
    return ended;
  });
  await work.show?.();
  await tell(host, work, outcomes);
}

async function outcomeOf<Item>(
  host: Host,
  { nameOf, doing, run }: Work<Item>,
  item: Item,
  signal: AbortSignal,
): Promise<Outcome> {
  const name = nameOf(item);
  if (signal.aborted) return { name, problem: "untried" };
  try {
    await run(item, signal);
    return { name };
  } catch (error) {
    const problem = describeProblem(error);
    logProblem(host.log, `${doing} ${name}`, problem);
    return { name, problem };
  }
}

async function tell<Item>(host: Host, work: Work<Item>, outcomes: readonly Outcome[]): Promise<void> {
  const failed = outcomes.filter(({ problem }) => problem !== undefined && problem !== "untried");
  const untried = outcomes.filter(({ problem }) => problem === "untried");
  const succeeded = outcomes.length - failed.length - untried.length;
  const message = [
    `${counted(succeeded, work.one, work.many)} ${work.done}.`,
    ...(failed.length > 0 ? [`${failed.length} failed: ${reasons(failed)}`] : []),
    ...(untried.length > 0 ? [`${untried.length} not tried: cancelled.`] : []),
  ].join(" ");
  if (succeeded === outcomes.length) {
    if (outcomes.length > 1)
      await host.ask.offer({ id: "worked", level: "information", message, actions: [] });
    return;
  }
  const details = "Show Details";
  const answer = await host.ask.offer({ id: "partly", level: "warning", message, actions: [details] });
  if (answer !== details) return;
  const lines = outcomes.map(({ name, problem }) => `${name}: ${outcomeText(work.done, problem)}`);
  await openDocument({
    kind: "problem",
    problem: { title: message, message: lines.join("\n"), kind: "partly", facts: [] },
  });
}

/** The first reasons; the rest is in the text. */
function reasons(failed: readonly Outcome[]): string {
  const [first] = failed;
  const more = failed.length > 1 ? " …" : "";
  return `${first?.name}: ${outcomeText("", first?.problem)}${more}`;
}

function outcomeText(done: string, problem: Outcome["problem"]): string {
  if (problem === undefined) return done;
  if (problem === "untried") return "not tried";
  return [problem.message, problem.advice].filter(Boolean).join(" ");
}
