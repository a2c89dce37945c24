import type { DatabaseSync } from "node:sqlite";
import type { Plan } from "../identity/plan.ts";

/** What a journal holds of a change: that it was about to be written, and how it ended. */
export type JournalEvent = "intent" | "succeeded" | "failed" | "skipped";

/** How a run stands: `running` also where its process was killed. */
export type RecordedState = "running" | "done" | "cancelled" | "stopped";

export interface RecordedRun {
  readonly id: string;
  readonly planId: string;
  readonly state: RecordedState;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly endedAt?: string;
}

/** The last event of a change in a run. */
export interface RecordedEvent {
  readonly event: JournalEvent;
  readonly why?: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** The record of runs: every change has its intent written before it is sent, and its outcome after. */
export class Journal {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  begin(run: string, plan: Plan, without: readonly string[], at: string): void {
    this.#database
      .prepare(
        "INSERT INTO runs (id, plan_id, plan, without, state, started_at) VALUES (?, ?, ?, ?, 'running', ?)",
      )
      .run(run, plan.id, JSON.stringify(plan), JSON.stringify(without), at);
  }

  /** Marks a run as going on again. */
  reopen(run: string): void {
    this.#database.prepare("UPDATE runs SET state = 'running', ended_at = NULL WHERE id = ?").run(run);
  }

  end(run: string, state: Exclude<RecordedState, "running">, at: string): void {
    this.#database.prepare("UPDATE runs SET state = ?, ended_at = ? WHERE id = ?").run(state, at, run);
  }

  write(run: string, change: string, event: JournalEvent, at: string, why?: string): void {
    this.#database
      .prepare("INSERT INTO journal (run, change, event, why, at) VALUES (?, ?, ?, ?, ?)")
      .run(run, change, event, why ?? null, at);
  }

  /** The last event of each change that a run has touched. */
  events(run: string): ReadonlyMap<string, RecordedEvent> {
    const rows = this.#database
      .prepare("SELECT change, event, why, at FROM journal WHERE run = ? ORDER BY rowid")
      .all(run);
    return new Map(
      rows.map((row) => [
        String(row.change),
        {
          event: row.event as JournalEvent,
          at: String(row.at),
          ...(row.why !== null && { why: String(row.why) }),
        },
      ]),
    );
  }

  /** The plan that a run applies, and the changes that were taken out of it. */
  planOf(run: string): { readonly plan: Plan; readonly without: ReadonlySet<string> } | undefined {
    const row = this.#database.prepare("SELECT plan, without FROM runs WHERE id = ?").get(run);
    if (!row) return undefined;
    return {
      plan: JSON.parse(String(row.plan)) as Plan,
      without: new Set(JSON.parse(String(row.without)) as string[]),
    };
  }

  /** Every run, the newest first. */
  runs(): readonly RecordedRun[] {
    const rows = this.#database
      .prepare("SELECT id, plan_id, state, started_at, ended_at FROM runs ORDER BY rowid DESC")
      .all();
    return rows.map((row) => ({
      id: String(row.id),
      planId: String(row.plan_id),
      state: row.state as RecordedState,
      startedAt: String(row.started_at),
      ...(row.ended_at !== null && { endedAt: String(row.ended_at) }),
    }));
  }
}
