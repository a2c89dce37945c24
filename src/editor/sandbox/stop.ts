import { readFile, rm } from "node:fs/promises";
import type { SandboxEndpoints } from "../../sandbox/sandbox.ts";
import type { Host } from "../host.ts";
import { resourceViewNames } from "../resources/catalogue.ts";
import { removeLedger } from "./ledger.ts";
import { sandboxSignIns } from "./sign-ins.ts";

/** Stops the sandbox; removes what its lists have shown, all that it was signed in with, its ledger, and its configuration unless that has been edited since. */
export async function stopSandboxOf(host: Host): Promise<void> {
  const { running, ledgerFile, writtenFile } = host.sandbox;
  if (running === undefined) return;
  await host.sessions.close();
  for (const view of resourceViewNames) host.resources[view].forget();
  await host.sandbox.set(undefined);
  await running.close();
  await forgetEverything(host, running.endpoints);
  await removeLedger(ledgerFile);
  if (writtenFile !== undefined && (await isUnchanged(host, writtenFile)))
    await rm(writtenFile, { force: true });
  await host.sandbox.forget();
  host.reconciliation.reset();
  await host.configuration.use(undefined);
  host.log.info("sandbox stopped");
}

/** What was signed in with, when that ends, and the tokens and running services that are gone with the sandbox. */
async function forgetEverything(host: Host, endpoints: SandboxEndpoints): Promise<void> {
  const { forgetTokensOf } = await import("../views/service-users/tokens.ts");
  const { forgetStartedAt } = await import("../views/services/running.ts");
  for (const { connection, origin } of sandboxSignIns(endpoints)) {
    await host.secrets.forget(connection, origin);
    await host.expiries.set(connection, origin, undefined);
    await forgetTokensOf(host, connection, origin);
    await forgetStartedAt(host, origin);
  }
}

async function isUnchanged(host: Host, file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text !== undefined && host.sandbox.wrote(file, text);
}
