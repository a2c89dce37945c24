import type { DatabaseSync } from "node:sqlite";
import type { Account } from "../identity/account.ts";
import type { LinkRef } from "../identity/plan.ts";
import type { KnownLink, KnownMissing } from "../identity/world.ts";
import { Agreements } from "./agreements.ts";
import { inTransaction } from "./database.ts";

/** What is remembered of a target between runs: accounts that were seen, links that were made, and who has been missing. */
export class Memory {
  readonly #database: DatabaseSync;
  /** The values that were last agreed on. */
  readonly agreements: Agreements;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.agreements = new Agreements(database);
  }

  /** Remembers accounts as they were read, so that one that is hidden later is known by its id. */
  rememberAccounts(accounts: readonly Account[]): void {
    const upsert = this.#database.prepare(
      `INSERT INTO seen (connection, id, account) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET account = excluded.account, gone = 0, hidden = 0
       WHERE account <> excluded.account OR gone <> 0 OR hidden <> 0`,
    );
    inTransaction(this.#database, () => {
      for (const account of accounts) upsert.run(account.connection, account.id, JSON.stringify(account));
    });
  }

  /** Every remembered account of a connection that is not among those shown now and not known to be deleted. */
  accountsNotShown(connection: string, shown: ReadonlySet<string>): readonly Account[] {
    const rows = this.#database
      .prepare("SELECT id, account FROM seen WHERE connection = ? AND gone = 0")
      .iterate(connection);
    const accounts: Account[] = [];
    for (const { id, account } of rows) {
      if (!shown.has(String(id))) accounts.push(JSON.parse(String(account)) as Account);
    }
    return accounts;
  }

  /** Notes that accounts which are remembered are not shown any more, being deactivated in a directory that hides such accounts. */
  noteHidden(connection: string, ids: readonly string[]): void {
    const hide = this.#database.prepare(
      "UPDATE seen SET hidden = 1 WHERE connection = ? AND id = ? AND hidden = 0",
    );
    inTransaction(this.#database, () => {
      for (const id of ids) hide.run(connection, id);
    });
  }

  /** The accounts of a connection that were noted as hidden, each as it was last seen. */
  hiddenAccounts(connection: string): readonly Account[] {
    return this.#database
      .prepare("SELECT account FROM seen WHERE connection = ? AND hidden = 1 AND gone = 0")
      .all(connection)
      .map(({ account }) => JSON.parse(String(account)) as Account);
  }

  /** An account as it was last seen; undefined where it never was, or does not exist any more. */
  account(connection: string, id: string): Account | undefined {
    const row = this.#database
      .prepare("SELECT account FROM seen WHERE connection = ? AND id = ? AND gone = 0")
      .get(connection, id);
    return row && (JSON.parse(String(row.account)) as Account);
  }

  /** Notes that an account does not exist any more, not even hidden. */
  forgetAccount(connection: string, id: string): void {
    this.#database.prepare("UPDATE seen SET gone = 1 WHERE connection = ? AND id = ?").run(connection, id);
  }

  isRemembered(connection: string, id: string): boolean {
    return (
      this.#database.prepare("SELECT 1 FROM seen WHERE connection = ? AND id = ?").get(connection, id) !==
      undefined
    );
  }

  links(target: string): readonly KnownLink[] {
    const rows = this.#database
      .prepare(
        "SELECT target_id, connection, id, evidence FROM links WHERE target = ? ORDER BY target_id, connection",
      )
      .all(target);
    return rows.map((row) => ({
      targetId: String(row.target_id),
      connection: String(row.connection),
      id: String(row.id),
      evidence: String(row.evidence),
    }));
  }

  /** Remembers which source accounts belong to accounts of the target. A newer link takes the place of an older one, which is kept aside. */
  link(
    target: string,
    entries: readonly { readonly targetId: string; readonly links: readonly LinkRef[] }[],
    run: string,
  ): void {
    const keep = this.#database.prepare(
      `INSERT INTO replaced_links (run, target, target_id, connection, id, evidence)
       SELECT ?, target, target_id, connection, id, evidence FROM links
       WHERE target = ? AND connection = ? AND (id = ? OR target_id = ?) AND instr(evidence, ?) <> 1`,
    );
    const drop = this.#database.prepare(
      "DELETE FROM links WHERE target = ? AND connection = ? AND (id = ? OR target_id = ?)",
    );
    const insert = this.#database.prepare(
      "INSERT INTO links (target, target_id, connection, id, evidence) VALUES (?, ?, ?, ?, ?)",
    );
    inTransaction(this.#database, () => {
      for (const { targetId, links } of entries) {
        for (const { connection, id, evidence } of links) {
          keep.run(run, target, connection, id, targetId, madeBy(run));
          drop.run(target, connection, id, targetId);
          insert.run(target, targetId, connection, id, `${madeBy(run)}${evidence}`);
        }
      }
    });
  }

  /** Forgets the links that a run has made, and restores those that they replaced, except for the accounts `kept`. */
  forgetLinks(target: string, run: string, kept: ReadonlySet<string>): void {
    const made = this.links(target).filter(({ evidence }) => evidence.startsWith(madeBy(run)));
    const drop = this.#database.prepare(
      "DELETE FROM links WHERE target = ? AND target_id = ? AND connection = ?",
    );
    const replaced = this.#database
      .prepare("SELECT rowid, target_id FROM replaced_links WHERE target = ? AND run = ?")
      .all(target, run)
      .filter(({ target_id }) => !kept.has(String(target_id)));
    const restore = this.#database.prepare(
      `INSERT OR IGNORE INTO links (target, target_id, connection, id, evidence)
       SELECT target, target_id, connection, id, evidence FROM replaced_links WHERE rowid = ?`,
    );
    const discard = this.#database.prepare("DELETE FROM replaced_links WHERE rowid = ?");
    inTransaction(this.#database, () => {
      for (const { targetId, connection } of made)
        if (!kept.has(targetId)) drop.run(target, targetId, connection);
      for (const { rowid } of replaced) {
        restore.run(rowid as number);
        discard.run(rowid as number);
      }
    });
  }

  /** Who has been without a source. `before` leaves out what that run has added, to plan again as of it. */
  missing(target: string, before?: string): readonly KnownMissing[] {
    const rows = this.#database
      .prepare("SELECT target_id, runs, since, last_run FROM missing WHERE target = ?")
      .all(target);
    return rows
      .map((row) => ({
        targetId: String(row.target_id),
        runs: Number(row.runs) - (row.last_run === before ? 1 : 0),
        since: String(row.since),
      }))
      .filter(({ runs }) => runs > 0);
  }

  /** Notes who a completed run found missing, and forgets those it did not. `now`: ISO 8601 instant. */
  noteMissing(target: string, targetIds: readonly string[], run: string, now: string): void {
    const upsert = this.#database.prepare(
      `INSERT INTO missing (target, target_id, runs, since, last_run) VALUES (?, ?, 1, ?, ?)
       ON CONFLICT DO UPDATE SET runs = runs + 1, last_run = excluded.last_run WHERE last_run <> excluded.last_run`,
    );
    inTransaction(this.#database, () => {
      for (const id of targetIds) upsert.run(target, id, now, run);
      this.#database.prepare("DELETE FROM missing WHERE target = ? AND last_run <> ?").run(target, run);
    });
  }
}

/** What the evidence of a link that a run made begins with. */
function madeBy(run: string): string {
  return `linked in run ${run}: `;
}
