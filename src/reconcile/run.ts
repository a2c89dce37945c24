import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { WritableDirectory } from "../identity/directory.ts";
import { compilePolicy } from "../identity/judging/compiled-policy.ts";
import type { Change, Plan } from "../identity/plan.ts";
import type { Policy } from "../identity/policy.ts";
import { changesToApply } from "../identity/selection.ts";
import type { NewEvent, RecordedEvent } from "../ledger/journal.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { inBatches } from "./batches.ts";
import { Breaker } from "./breaker.ts";
import { type CarriedOut, carryOut } from "./carry-out.ts";
import { type ExecutorPlace, executorOf } from "./executors.ts";
import type { PauseSwitch } from "./pause.ts";
import type { OperationOptions } from "./progress.ts";
import { recall } from "./recall.ts";
import { hidesInactive } from "./remember.ts";
import type { Outcome, RunReport } from "./report.ts";
import { type Ended, unmetRequirement } from "./requirements.ts";
import { settledBy } from "./settled.ts";

/** Changes of one action that are under way at once. The connection's own limit applies below it. */
export const changesAtOnce = 6;

/**
 * Milliseconds that a request which was under way when its run was killed is given to land, before the run looks whether it
 * did. Longer than servers take to work off what has reached them.
 */
const settlingTime = 1500;

export interface RunOptions extends OperationOptions {
  /** Called as each change ends. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Holds the run back between two changes while it is paused. */
  readonly pause?: Pick<PauseSwitch, "pass">;
}

export interface RunContext {
  readonly run: string;
  readonly plan: Plan;
  readonly without: ReadonlySet<string>;
  readonly target: WritableDirectory;
  readonly policy: Policy;
  readonly ledger: Ledger;
  /** Where permissions are withdrawn and given. */
  readonly access?: ExecutorPlace["access"];
  readonly now: () => Date;
}

/**
 * Applies what is left of a run's plan, batch by batch. Every change has its intent in the journal before it is sent and its
 * outcome after. Cancelling lets the changes under way finish, and so does a pause.
 */
export async function executeRun(context: RunContext, options: RunOptions = {}): Promise<RunReport> {
  const { ledger, run, plan, without } = context;
  const events = ledger.journal.events(run);
  await settle(events, context.now());
  const state = new RunProgress(context, events, options);
  ledger.memory.link(plan.target.connection, plan.links, run);
  const left = changesToApply(plan, without).filter(({ id }) => !isSettled(events.get(id)));
  for (const batch of inBatches(left)) {
    const limit = pLimit(changesAtOnce);
    const attempts = await Promise.allSettled(batch.map((change) => limit(() => state.attempt(change))));
    for (const attempt of attempts) if (attempt.status === "rejected") throw attempt.reason;
  }
  return state.finish();
}

function isSettled(event: RecordedEvent | undefined): boolean {
  return event?.event === "succeeded" || event?.event === "skipped";
}

async function settle(events: ReadonlyMap<string, RecordedEvent>, now: Date): Promise<void> {
  const intents = [...events.values()]
    .filter(({ event }) => event === "intent")
    .map(({ at }) => Date.parse(at));
  const wait = Math.max(...intents, 0) + settlingTime - now.getTime();
  if (wait > 0) await sleep(Math.min(wait, settlingTime));
}

class RunProgress {
  readonly #context: RunContext;
  readonly #place: ExecutorPlace;
  readonly #events: ReadonlyMap<string, RecordedEvent>;
  /** How the changes of this run have ended so far. */
  readonly #ended: Map<string, Ended>;
  /** Changes whose requirement has failed or was not reached: a resume may still make them. */
  readonly #waiting = new Map<Change, string>();
  readonly #options: RunOptions;
  readonly #breaker = new Breaker();
  readonly #total: number;
  #done: number;
  #stopped = false;

  constructor(context: RunContext, events: ReadonlyMap<string, RecordedEvent>, options: RunOptions) {
    this.#context = context;
    const { target, access } = context;
    this.#place = { target, policy: compilePolicy(context.policy), ...(access && { access }) };
    this.#ended = new Map([...events].filter(([, event]) => isSettled(event)));
    this.#events = events;
    this.#options = options;
    this.#total = changesToApply(context.plan, context.without).length;
    this.#done = [...events.values()].filter(isSettled).length;
  }

  async attempt(change: Change): Promise<void> {
    const { signal, pause } = this.#options;
    await pause?.pass(signal);
    if (this.#stopped || signal?.aborted) return;
    const { plan, without } = this.#context;
    const unmet = unmetRequirement(change, plan, without, (id) => this.#ended.get(id));
    if (unmet?.final) this.#end(change, { result: "skipped", why: unmet.why });
    else if (unmet) this.#waiting.set(change, unmet.why);
    else {
      const ended = await this.#carryOut(change);
      const why = [ended.why, this.#learn(change, ended)].filter((text) => text).join(" ");
      this.#breaker.record(ended.result !== "failed");
      this.#stopped ||= ended.fatal === true || this.#breaker.tripped;
      const account = ended.account?.id ?? change.target.id ?? undefined;
      this.#end(change, { result: ended.result, ...(why && { why }), ...(account && { account }) });
    }
  }

  #end(change: Change, { result, ...rest }: Omit<Outcome, "change">): void {
    this.#write(change, { event: result, ...rest });
    this.#ended.set(change.id, { event: result, ...rest });
    this.#done++;
    this.#options.onOutcome?.({ change, result, ...rest });
    this.#options.onProgress?.({
      stage: "apply",
      connection: change.target.connection,
      done: this.#done,
      total: this.#total,
    });
  }

  /** A mistake of ours, or of the disk, stops the run; its journal stays open, so that it can be resumed. */
  async #carryOut(change: Change): Promise<CarriedOut> {
    const executor = executorOf(change, this.#place);
    const { connection } = change.target;
    if (!executor) return { result: "failed", why: `${connection} takes no changes of permissions.` };
    try {
      return await carryOut(change, {
        executor,
        inDoubt: this.#events.get(change.id)?.event === "intent",
        intend: () => this.#write(change, { event: "intent" }),
      });
    } catch (error) {
      this.#stopped = true;
      throw error;
    }
  }

  finish(): RunReport {
    const { ledger, run, plan, now } = this.#context;
    const reached = this.#done + this.#waiting.size === this.#total;
    const unfinished = this.#stopped ? "stopped" : reached ? undefined : "cancelled";
    const at = now().toISOString();
    if (!unfinished) for (const [change, why] of this.#waiting) this.#end(change, { result: "skipped", why });
    if (!unfinished && plan.undoes !== undefined)
      ledger.memory.forgetLinks(plan.target.connection, plan.undoes, this.#notTakenBack());
    else if (!unfinished) {
      const waiting = plan.withheld
        .filter(({ reason }) => reason === "grace")
        .flatMap(({ target }) => target.id ?? []);
      ledger.memory.noteMissing(plan.target.connection, waiting, run, at);
    }
    ledger.journal.end(run, unfinished ?? "done", at);
    return recall(ledger.journal, run);
  }

  /** The accounts that an undo has left as the undone run made them. */
  #notTakenBack(): ReadonlySet<string> {
    const left = this.#context.plan.changes.filter(({ id }) => this.#ended.get(id)?.event !== "succeeded");
    return new Set(left.flatMap(({ target }) => target.id ?? []));
  }

  #write(change: Change, event: NewEvent): void {
    const { ledger, run, now } = this.#context;
    ledger.journal.write(run, change, event, now().toISOString());
  }

  /** Remembers what a change has settled; of one that takes another back, that nothing is settled any more. */
  #settle({ target: { connection }, set }: Change, targetId: string): void {
    const { plan, ledger } = this.#context;
    const { agreements } = ledger.memory;
    const entries = settledBy(set, targetId);
    if (plan.undoes === undefined) agreements.note(connection, entries);
    else
      agreements.forget(
        connection,
        targetId,
        entries.map(({ attribute }) => attribute),
      );
  }

  /** Remembers what a change has shown, and answers what is worth telling. */
  #learn(change: Change, { result, account, gone }: CarriedOut): string | undefined {
    const { memory } = this.#context.ledger;
    const { connection, id } = change.target;
    if (connection !== this.#context.target.connection) return undefined;
    if (gone && id) memory.forgetAccount(connection, id);
    if (result === "failed" || (result === "skipped" && !account)) return undefined;
    const known = account && id === null && memory.isRemembered(connection, account.id);
    if (account) memory.rememberAccounts([account]);
    if (change.action === "deactivate" && id && hidesInactive(this.#context.target))
      memory.noteHidden(connection, [id]);
    const targetId = account?.id ?? id;
    if (targetId) {
      memory.link(connection, [{ targetId, links: change.links }], this.#context.run);
      this.#settle(change, targetId);
    }
    return known && result === "succeeded"
      ? `${connection} ${account.id} existed, deactivated, and was woken instead of made anew.`
      : undefined;
  }
}
