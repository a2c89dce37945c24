import { rm } from "node:fs/promises";

/** Removes a sandbox's ledger with the files that its database keeps beside it. */
export async function removeLedger(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) await rm(path, { force: true });
}
