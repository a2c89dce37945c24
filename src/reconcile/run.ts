import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { AccessDirectory } from "../identity/access.ts";
import type { WritableDirectory } from "../identity/directory.ts";
import { type CompiledPolicy, compilePolicy } from "../identity/judging/compiled-policy.ts";
import type { Change, Plan } from "../identity/plan.ts";
import type { Policy } from "../identity/policy.ts";
import { changeActions } from "../identity/situation.ts";
import type { RecordedEvent } from "../ledger/journal.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Breaker } from "./breaker.ts";
import { type CarriedOut, carryOut } from "./carry-out.ts";
import type { OperationOptions } from "./progress.ts";
import { recall } from "./recall.ts";
import { hidesInactive } from "./remember.ts";
import type { Outcome, RunReport } from "./report.ts";
import { Requirements } from "./requirements.ts";

/** Changes of one action that are under way at once. The connection's own limit applies below it. */
const changesAtOnce = 6;

/**
 * Milliseconds that a request which was under way when its run was killed is given to land, before the run looks whether it
 * did. Longer than servers take to work off what has reached them.
 */
const settlingTime = 1500;

export interface RunOptions extends OperationOptions {
  /** Called as each change ends. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

export interface RunContext {
  readonly run: string;
  readonly plan: Plan;
  readonly without: ReadonlySet<string>;
  readonly target: WritableDirectory;
  /** Where permissions are withdrawn and given. */
  readonly access?: readonly AccessDirectory[];
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly now: () => Date;
}

/**
 * Applies what is left of a run's plan, group by group: create, reactivate, update, give permissions, deactivate, then revoke. Every change has its
 * intent in the journal before it is sent and its outcome after. Cancelling lets the changes under way finish.
 */
export async function executeRun(context: RunContext, options: RunOptions = {}): Promise<RunReport> {
  const { ledger, run, plan, without } = context;
  const events = ledger.journal.events(run);
  await settle(events, context.now());
  const state = new RunProgress(context, compilePolicy(context.policy), events, options);
  ledger.memory.link(plan.target.connection, plan.links, run);
  const left = plan.changes.filter((change) => !without.has(change.id) && !isSettled(events.get(change.id)));
  for (const action of changeActions) {
    const limit = pLimit(changesAtOnce);
    const group = left.filter((change) => change.action === action);
    const attempts = await Promise.allSettled(group.map((change) => limit(() => state.attempt(change))));
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
  readonly #policy: CompiledPolicy;
  readonly #events: ReadonlyMap<string, RecordedEvent>;
  readonly #options: RunOptions;
  readonly #breaker = new Breaker();
  readonly #requirements: Requirements;
  readonly #total: number;
  #done: number;
  #stopped = false;

  constructor(
    context: RunContext,
    policy: CompiledPolicy,
    events: ReadonlyMap<string, RecordedEvent>,
    options: RunOptions,
  ) {
    this.#context = context;
    this.#policy = policy;
    this.#events = events;
    this.#options = options;
    this.#total = context.plan.changes.filter((change) => !context.without.has(change.id)).length;
    this.#done = [...events.values()].filter(isSettled).length;
    const landed = [...events].filter(([, { event }]) => event === "succeeded").map(([id]) => id);
    this.#requirements = new Requirements(context.plan.changes, landed);
  }

  async attempt(change: Change): Promise<void> {
    if (this.#stopped || this.#options.signal?.aborted) return;
    const unmet = this.#requirements.unmet(change);
    const ended: CarriedOut = unmet ?? (await this.#carryOut(change));
    this.#requirements.record(change, ended.result);
    const why = [ended.why, this.#learn(change, ended)].filter((text) => text).join(" ") || undefined;
    this.#write(change, ended.result, why);
    if (unmet === undefined) this.#breaker.record(ended.result !== "failed");
    this.#stopped ||= ended.fatal === true || this.#breaker.tripped;
    this.#done++;
    this.#options.onOutcome?.({ change, result: ended.result, ...(why && { why }) });
    this.#options.onProgress?.({
      stage: "apply",
      connection: change.target.connection,
      done: this.#done,
      total: this.#total,
    });
  }

  /** A mistake of ours, or of the disk, stops the run; its journal stays open, so that it can be resumed. */
  async #carryOut(change: Change): Promise<CarriedOut> {
    try {
      return await carryOut(change, {
        target: this.#context.target,
        access: this.#context.access ?? [],
        policy: this.#policy,
        inDoubt: this.#events.get(change.id)?.event === "intent",
        intend: () => this.#write(change, "intent"),
      });
    } catch (error) {
      this.#stopped = true;
      throw error;
    }
  }

  finish(): RunReport {
    const { ledger, run, plan, now } = this.#context;
    const unfinished = this.#stopped ? "stopped" : this.#done < this.#total ? "cancelled" : undefined;
    const at = now().toISOString();
    if (!unfinished) {
      const waiting = plan.withheld
        .filter(({ reason }) => reason === "grace")
        .flatMap(({ target }) => target.id ?? []);
      ledger.memory.noteMissing(plan.target.connection, waiting, run, at);
    }
    ledger.journal.end(run, unfinished ?? "done", at);
    return recall(ledger.journal, run);
  }

  #write(change: Change, event: Parameters<Ledger["journal"]["write"]>[2], why?: string): void {
    const { ledger, run, now } = this.#context;
    ledger.journal.write(run, change.id, event, now().toISOString(), why);
  }

  /** Remembers what a change has shown, and answers what is worth telling. */
  #learn(change: Change, { result, account, gone }: CarriedOut): string | undefined {
    if (change.grant) return undefined;
    const { memory } = this.#context.ledger;
    const { connection, id } = change.target;
    if (gone && id) memory.forgetAccount(connection, id);
    if (result === "failed" || (result === "skipped" && !account)) return undefined;
    const known = account && id === null && memory.isRemembered(connection, account.id);
    if (account) memory.rememberAccounts([account]);
    if (change.action === "deactivate" && id && hidesInactive(this.#context.target))
      memory.noteHidden(connection, [id]);
    const targetId = account?.id ?? id;
    if (targetId) memory.link(connection, [{ targetId, links: change.links }], this.#context.run);
    return known && result === "succeeded"
      ? `${connection} ${account.id} existed, deactivated, and was woken instead of made anew.`
      : undefined;
  }
}
