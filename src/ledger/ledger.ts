import { Audit } from "./audit.ts";
import { openDatabase } from "./database.ts";
import { Journal } from "./journal.ts";
import { takeRunLock } from "./lock.ts";
import { Memory } from "./memory.ts";

/** The local database of one configuration: what was seen and linked, and the journal of every run. */
export interface Ledger {
  readonly memory: Memory;
  readonly journal: Journal;
  /** What was written, by whom and when, in a chain that can be checked. */
  readonly audit: Audit;
  /** Takes the right to apply changes; undefined where another process has it. Call the result to give it back. */
  lock(): (() => void) | undefined;
  close(): void;
}

/** Opens the ledger in a file, which is made where it is missing. Throws LedgerError where it cannot be used. */
export function openLedger(file: string): Ledger {
  const database = openDatabase(file);
  const audit = new Audit(database);
  return {
    memory: new Memory(database),
    journal: new Journal(database, audit),
    audit,
    lock: () => takeRunLock(file),
    close: () => database.close(),
  };
}
