import type { DatabaseSync } from "node:sqlite";
import type { AttributeValue } from "../identity/account.ts";
import type { KnownAgreement } from "../identity/world.ts";
import { inTransaction } from "./database.ts";

/** The values that a target and its sources were last settled on, one for each attribute of an account. */
export class Agreements {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Everything that is known of a target, in the order of accounts and attributes. */
  of(target: string): readonly KnownAgreement[] {
    return this.#database
      .prepare(
        "SELECT target_id, attribute, value, source FROM agreed WHERE target = ? ORDER BY target_id, attribute",
      )
      .all(target)
      .map(({ target_id, attribute, value, source }) => ({
        targetId: String(target_id),
        attribute: String(attribute),
        value: JSON.parse(String(value)) as AttributeValue,
        source: JSON.parse(String(source)) as AttributeValue,
      }));
  }

  /** Notes what was settled, in place of what was known of the same attributes. */
  note(target: string, entries: readonly KnownAgreement[]): void {
    if (entries.length === 0) return;
    const upsert = this.#database.prepare(
      `INSERT INTO agreed (target, target_id, attribute, value, source) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, source = excluded.source`,
    );
    inTransaction(this.#database, () => {
      for (const { targetId, attribute, value, source } of entries)
        upsert.run(target, targetId, attribute, JSON.stringify(value), JSON.stringify(source));
    });
  }

  /** Forgets what was settled of some attributes of an account. */
  forget(target: string, targetId: string, attributes: readonly string[]): void {
    if (attributes.length === 0) return;
    const drop = this.#database.prepare(
      "DELETE FROM agreed WHERE target = ? AND target_id = ? AND attribute = ?",
    );
    inTransaction(this.#database, () => {
      for (const attribute of attributes) drop.run(target, targetId, attribute);
    });
  }
}
