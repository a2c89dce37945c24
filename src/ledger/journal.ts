import type { DatabaseSync } from "node:sqlite";
import type { Change, Plan } from "../identity/plan.ts";
import type { Audit } from "./audit.ts";
import { inTransaction } from "./database.ts";

/** What a journal holds of a change: that it was about to be written, and how it ended. */
export type JournalEvent = "intent" | "succeeded" | "failed" | "skipped";

/** How a run stands: `running` also where its process was killed. */
export type RecordedState = "running" | "done" | "cancelled" | "stopped";

export interface RecordedRun {
  readonly id: string;
  readonly planId: string;
  readonly state: RecordedState;
  /** Target connection. */
  readonly target: string;
  /** The run that this one takes back. */
  readonly undoes?: string;
  /** The plan exceeded limits, and was allowed all the same. */
  readonly allowedOver?: true;
  /** How many changes it applies. */
  readonly changes: number;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly endedAt?: string;
}

/** The last event of a change in a run. */
export interface RecordedEvent {
  readonly event: JournalEvent;
  readonly why?: string;
  /** The account that it was made to, where the server told. */
  readonly account?: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What a run applies. */
export interface RecordedPlan {
  readonly plan: Plan;
  /** Ids of the changes that were left out of it. */
  readonly without: ReadonlySet<string>;
  /** The plan's id where it was allowed although it exceeds limits. */
  readonly allowOver?: string;
}

/** Which runs are listed. */
export interface RunsWanted {
  /** How many at the most; all unless told. */
  readonly most?: number;
  /** Only those that apply changes: others have remembered links alone. */
  readonly changing?: boolean;
}

/** How many changes of a run have ended how. */
export type Tally = Readonly<Record<Exclude<JournalEvent, "intent">, number>>;

/** What is written of one change. */
export interface NewEvent {
  readonly event: JournalEvent;
  readonly why?: string;
  readonly account?: string;
}

/**
 * The record of runs: every change has its intent written before it is sent, and its outcome after. Each of its steps is one transaction
 * with the entry of the audit log that tells of it.
 */
export class Journal {
  readonly #database: DatabaseSync;
  readonly #audit: Audit;

  constructor(database: DatabaseSync, audit: Audit) {
    this.#database = database;
    this.#audit = audit;
  }

  /** `by`: who begins it. `at`: ISO 8601 instant. */
  begin(run: string, { plan, without, allowOver }: RecordedPlan, at: string, by?: string): void {
    const leftOut = [...without];
    const changes = plan.changes.filter(({ id }) => !without.has(id)).length;
    inTransaction(this.#database, () => {
      this.#database
        .prepare(
          `INSERT INTO runs (id, plan_id, plan, without, state, started_at, allowed_over, target, undoes, changes)
           VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?, ?)`,
        )
        .run(
          run,
          plan.id,
          JSON.stringify(plan),
          JSON.stringify(leftOut),
          at,
          allowOver ?? null,
          plan.target.connection,
          plan.undoes ?? null,
          changes,
        );
      this.#audit.append(
        {
          event: "runBegan",
          run,
          plan: plan.id,
          target: plan.target.connection,
          ...(by !== undefined && { by }),
          leftOut,
          ...(plan.blocked.length > 0 && { allowedOver: plan.blocked.map(({ why }) => why) }),
          ...(plan.undoes !== undefined && { undoes: plan.undoes }),
        },
        at,
      );
    });
  }

  /** Marks a run as going on again. `at`: ISO 8601 instant. */
  reopen(run: string, at: string): void {
    inTransaction(this.#database, () => {
      this.#database.prepare("UPDATE runs SET state = 'running', ended_at = NULL WHERE id = ?").run(run);
      this.#audit.append({ event: "runWentOn", run }, at);
    });
  }

  end(run: string, state: Exclude<RecordedState, "running">, at: string): void {
    inTransaction(this.#database, () => {
      this.#database.prepare("UPDATE runs SET state = ?, ended_at = ? WHERE id = ?").run(state, at, run);
      this.#audit.append({ event: "runEnded", run, state }, at);
    });
  }

  write(run: string, change: Change, { event, why, account }: NewEvent, at: string): void {
    const { id, action, target, set, grant } = change;
    inTransaction(this.#database, () => {
      this.#database
        .prepare("INSERT INTO journal (run, change, event, why, account, at) VALUES (?, ?, ?, ?, ?, ?)")
        .run(run, id, event, why ?? null, account ?? null, at);
      this.#audit.append(
        event === "intent"
          ? { event, run, change: { id, action, target, set, ...(grant && { grant }) } }
          : {
              event,
              run,
              change: id,
              ...(account !== undefined && { account }),
              ...(why !== undefined && { why }),
            },
        at,
      );
    });
  }

  /** The last event of each change that a run has touched, in the order in which these happened. */
  events(run: string): ReadonlyMap<string, RecordedEvent> {
    const rows = this.#database
      .prepare("SELECT change, event, why, account, at FROM journal WHERE run = ? ORDER BY rowid")
      .all(run);
    const events = new Map<string, RecordedEvent>();
    for (const { change, event, why, account, at } of rows) {
      events.delete(String(change));
      events.set(String(change), {
        event: event as JournalEvent,
        at: String(at),
        ...(why !== null && { why: String(why) }),
        ...(account !== null && { account: String(account) }),
      });
    }
    return events;
  }

  /** What a run applies; undefined where there is no such run. */
  planOf(run: string): RecordedPlan | undefined {
    const row = this.#database.prepare("SELECT plan, without, allowed_over FROM runs WHERE id = ?").get(run);
    if (!row) return undefined;
    return {
      plan: JSON.parse(String(row.plan)) as Plan,
      without: new Set(JSON.parse(String(row.without)) as string[]),
      ...(row.allowed_over !== null && { allowOver: String(row.allowed_over) }),
    };
  }

  /** The runs, the newest first. Their plans are not read. */
  runs({ most = -1, changing = false }: RunsWanted = {}): readonly RecordedRun[] {
    const rows = this.#database
      .prepare(
        `SELECT id, plan_id, state, started_at, ended_at, allowed_over, target, undoes, changes FROM runs
         WHERE changes >= ? ORDER BY rowid DESC LIMIT ?`,
      )
      .all(changing ? 1 : 0, most);
    return rows.map(recordedRun);
  }

  /** How many runs there are that apply changes. */
  countChanging(): number {
    return Number(this.#database.prepare("SELECT count(*) AS runs FROM runs WHERE changes > 0").get()?.runs);
  }

  /** How the changes of a run have ended so far. */
  tally(run: string): Tally {
    const rows = this.#database
      .prepare(
        `SELECT event, count(*) AS changes FROM journal
         WHERE rowid IN (SELECT max(rowid) FROM journal WHERE run = ? GROUP BY change) GROUP BY event`,
      )
      .all(run);
    const ended = new Map(rows.map(({ event, changes }) => [event, Number(changes)]));
    const count = (event: JournalEvent) => ended.get(event) ?? 0;
    return { succeeded: count("succeeded"), failed: count("failed"), skipped: count("skipped") };
  }
}

function recordedRun(row: Readonly<Record<string, unknown>>): RecordedRun {
  return {
    id: String(row.id),
    planId: String(row.plan_id),
    state: row.state as RecordedState,
    target: String(row.target),
    ...(row.undoes !== null && { undoes: String(row.undoes) }),
    ...(row.allowed_over !== null && { allowedOver: true as const }),
    changes: Number(row.changes),
    startedAt: String(row.started_at),
    ...(row.ended_at !== null && { endedAt: String(row.ended_at) }),
  };
}
