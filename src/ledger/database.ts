import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The steps that a ledger's tables were made in; a ledger remembers how many it has had. */
const migrations: readonly string[] = [
  `CREATE TABLE seen (
     connection TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
     PRIMARY KEY (connection, id)
   ) WITHOUT ROWID;
   CREATE TABLE links (
     target TEXT NOT NULL, target_id TEXT NOT NULL, connection TEXT NOT NULL, id TEXT NOT NULL, evidence TEXT NOT NULL,
     PRIMARY KEY (target, target_id, connection)
   ) WITHOUT ROWID;
   CREATE UNIQUE INDEX links_by_source ON links (target, connection, id);
   CREATE TABLE missing (
     target TEXT NOT NULL, target_id TEXT NOT NULL, runs INTEGER NOT NULL, since TEXT NOT NULL, last_run TEXT NOT NULL,
     PRIMARY KEY (target, target_id)
   ) WITHOUT ROWID;
   CREATE TABLE runs (
     id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, plan TEXT NOT NULL, without TEXT NOT NULL,
     state TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT
   );
   CREATE INDEX runs_by_plan ON runs (plan_id);
   CREATE TABLE journal (
     run TEXT NOT NULL REFERENCES runs (id), change TEXT NOT NULL, event TEXT NOT NULL, why TEXT, at TEXT NOT NULL
   );
   CREATE INDEX journal_by_run ON journal (run, change);`,
  "ALTER TABLE seen ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0",
  `ALTER TABLE runs ADD COLUMN allowed_over TEXT;
   ALTER TABLE journal ADD COLUMN account TEXT;
   CREATE TABLE replaced_links (
     run TEXT NOT NULL, target TEXT NOT NULL, target_id TEXT NOT NULL, connection TEXT NOT NULL, id TEXT NOT NULL,
     evidence TEXT NOT NULL
   );
   CREATE INDEX replaced_links_by_run ON replaced_links (run);
   CREATE TABLE audit (
     seq INTEGER PRIMARY KEY, at TEXT NOT NULL, entry TEXT NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL
   );
   CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
     BEGIN SELECT RAISE(ABORT, 'The audit log takes no changes, only further entries.'); END;
   CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit
     BEGIN SELECT RAISE(ABORT, 'The audit log takes no changes, only further entries.'); END`,
  `ALTER TABLE runs ADD COLUMN target TEXT NOT NULL DEFAULT '';
   ALTER TABLE runs ADD COLUMN undoes TEXT;
   ALTER TABLE runs ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
   UPDATE runs SET target = plan ->> '$.target.connection', undoes = plan ->> '$.undoes', changes = (
     SELECT count(*) FROM json_each(plan, '$.changes') AS change
     WHERE change.value ->> '$.id' NOT IN (SELECT value FROM json_each(without))
   );
   CREATE INDEX runs_by_changes ON runs (changes)`,
  `CREATE TABLE agreed (
     target TEXT NOT NULL, target_id TEXT NOT NULL, attribute TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL,
     PRIMARY KEY (target, target_id, attribute)
   ) WITHOUT ROWID`,
];

/** A ledger that cannot be used, and what to do about it. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
}

/** Opens the database of a ledger, makes what is missing, and refuses one that a newer Rollcall has written. */
export function openDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: 5000 });
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
    migrate(database, file);
    return database;
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LedgerError(
      `The ledger ${file} cannot be opened (${reason}). It holds what earlier runs have linked: restore it from a backup, or move it away to begin anew.`,
    );
  }
}

function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
  if (version > migrations.length) {
    throw new LedgerError(`The ledger ${file} was written by a newer Rollcall. Update Rollcall to use it.`);
  }
  for (let step = version; step < migrations.length; step++) {
    inTransaction(database, () => {
      const current = Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
      if (current > step) return;
      database.exec(`${migrations[step]}; PRAGMA user_version = ${step + 1};`);
    });
  }
}

/** Runs the work in one transaction: all of it is kept, or none. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
