import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Change } from "../identity/plan.ts";
import { inTransaction } from "./database.ts";

/** What a change does, as an entry of the audit log says it: what the plan shows of it and no more. */
export type AuditedChange = Pick<Change, "action" | "target" | "set" | "grant"> & { readonly id?: string };

/** What happened, for the audit log. */
export type AuditEvent =
  | {
      readonly event: "runBegan";
      readonly run: string;
      readonly plan: string;
      readonly target: string;
      /** Who began it: the user of the machine. */
      readonly by?: string;
      /** Ids of the changes that were left out. */
      readonly leftOut: readonly string[];
      /** The limits that the plan exceeds and that were allowed for it alone. */
      readonly allowedOver?: readonly string[];
      /** The run that this one takes back. */
      readonly undoes?: string;
    }
  | { readonly event: "runWentOn"; readonly run: string }
  | { readonly event: "runEnded"; readonly run: string; readonly state: string }
  | { readonly event: "intent"; readonly run: string; readonly change: AuditedChange }
  | {
      readonly event: "succeeded" | "failed" | "skipped";
      readonly run: string;
      readonly change: string;
      readonly account?: string;
      readonly why?: string;
    }
  | { readonly event: "handIntent"; readonly by?: string; readonly change: AuditedChange }
  | {
      readonly event: "handSucceeded" | "handFailed";
      readonly target: { readonly connection: string; readonly id: string | null };
      readonly why?: string;
    };

/** One entry of the audit log. */
export type AuditEntry = AuditEvent & {
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Digest of the entry before; zeros for the first. */
  readonly previous: string;
  readonly digest: string;
};

/** What a walk along the chain of digests has found. */
export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly digest: string }
  | { readonly intact: false; readonly entries: number; readonly seq: number; readonly why: string };

const beginning = "0".repeat(64);

/**
 * The append-only record of all that was written. Each entry carries the digest of the one before, SHA-256 of that digest and the
 * entry's JSON text, so that nothing can be changed or taken out in between without a trace.
 */
export class Audit {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Appends an entry; called within the transaction of what it records. `at`: ISO 8601 instant. */
  append(event: AuditEvent, at: string): void {
    const last = this.#database.prepare("SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1").get();
    const previous = last ? String(last.digest) : beginning;
    const entry = JSON.stringify({ at, ...event });
    this.#database
      .prepare("INSERT INTO audit (seq, at, entry, previous, digest) VALUES (?, ?, ?, ?, ?)")
      .run(Number(last?.seq ?? 0) + 1, at, entry, previous, digestOf(previous, entry));
  }

  /** Appends an entry of what is recorded nowhere else. `at`: ISO 8601 instant. */
  record(event: AuditEvent, at: string): void {
    inTransaction(this.#database, () => this.append(event, at));
  }

  /** Every entry, the oldest first. */
  *entries(): Generator<AuditEntry> {
    for (const { seq, entry, previous, digest } of this.#rows())
      yield { seq, ...JSON.parse(entry), previous, digest };
  }

  /** Walks along the chain to its end, or to the first entry that is not as it was written. */
  verify(): AuditVerdict {
    let entries = 0;
    let previous = beginning;
    for (const row of this.#rows()) {
      const why = flawOf(row, entries + 1, previous);
      if (why !== undefined) return { intact: false, entries, seq: row.seq, why };
      entries++;
      previous = row.digest;
    }
    return { intact: true, entries, digest: previous };
  }

  *#rows(): Generator<Row> {
    const rows = this.#database
      .prepare("SELECT seq, at, entry, previous, digest FROM audit ORDER BY seq")
      .iterate();
    for (const { seq, at, entry, previous, digest } of rows)
      yield {
        seq: Number(seq),
        at: String(at),
        entry: String(entry),
        previous: String(previous),
        digest: String(digest),
      };
  }
}

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly entry: string;
  readonly previous: string;
  readonly digest: string;
}

function flawOf(
  { seq, at, entry, previous, digest }: Row,
  expected: number,
  last: string,
): string | undefined {
  if (seq !== expected) return `Entry ${expected} is missing.`;
  if (previous !== last) return "It does not follow the entry before it.";
  if (digest !== digestOf(previous, entry)) return "Its content does not fit its digest.";
  return JSON.parse(entry).at === at ? undefined : "Its instant does not fit its content.";
}

function digestOf(previous: string, entry: string): string {
  return createHash("sha256").update(previous).update(entry).digest("hex");
}
