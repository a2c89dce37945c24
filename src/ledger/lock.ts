import { DatabaseSync } from "node:sqlite";

/**
 * Takes the right to apply changes for one ledger, or answers undefined where another process holds it. The operating
 * system gives the lock back when its holder ends, however it ends.
 * `patience`: milliseconds to wait for a holder that is about to end.
 */
export function takeRunLock(ledgerFile: string, patience = 3000): (() => void) | undefined {
  const database = new DatabaseSync(`${ledgerFile}.lock`, { timeout: patience });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch {
    database.close();
    return undefined;
  }
  return () => {
    database.exec("ROLLBACK");
    database.close();
  };
}
