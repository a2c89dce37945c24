import { DatabaseSync } from "node:sqlite";

/**
 * Takes the right to apply changes for one ledger, or answers undefined where another process holds it. The operating
 * system gives the lock back when its holder ends, however it ends.
 */
export function takeRunLock(ledgerFile: string): (() => void) | undefined {
  const database = new DatabaseSync(`${ledgerFile}.lock`, { timeout: 0 });
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
