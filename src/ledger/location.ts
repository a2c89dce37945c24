import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Where the ledger of a configuration file lies: `$XDG_STATE_HOME/rollcall/<digest of its path>/ledger.db`, by default
 * under `~/.local/state`. One ledger for each configuration file.
 */
export function ledgerFileFor(
  configurationFile: string,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const state = environment.XDG_STATE_HOME || join(homedir(), ".local", "state");
  const key = createHash("sha256").update(resolve(configurationFile)).digest("hex").slice(0, 16);
  return join(state, "rollcall", key, "ledger.db");
}
