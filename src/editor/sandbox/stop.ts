import { readFile, rm } from "node:fs/promises";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Host } from "../host.ts";
import { originOf } from "../secrets/store.ts";
import { removeLedger } from "./ledger.ts";
import { sandboxSignIns } from "./sign-ins.ts";

/** Stops the sandbox; removes its tokens, its ledger, and its configuration unless that has been edited since. */
export async function stopSandboxOf(host: Host): Promise<void> {
  const { running, ledgerFile, writtenFile } = host.sandbox;
  if (running === undefined) return;
  await host.sessions.close();
  await host.sandbox.set(undefined);
  await running.close();
  for (const { connection, origin } of sandboxSignIns(running.endpoints))
    await host.secrets.forget(connection, origin);
  await forgetResources(host, running);
  await removeLedger(ledgerFile);
  if (writtenFile !== undefined && (await isUnchanged(host, writtenFile)))
    await rm(writtenFile, { force: true });
  await host.sandbox.forget();
  host.reconciliation.reset();
  await host.configuration.use(undefined);
  host.log.info("sandbox stopped");
}

/** Its service users and running services are gone with it. */
async function forgetResources(host: Host, { endpoints, state }: Sandbox): Promise<void> {
  const { forgetToken } = await import("../views/service-users/tokens.ts");
  const { forgetStartedAt } = await import("../views/services/running.ts");
  for (const { id } of state().ubiops.serviceUsers) await forgetToken(host, { connection: "models", id });
  await forgetStartedAt(host, originOf(endpoints.osparc.url));
}

async function isUnchanged(host: Host, file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text !== undefined && host.sandbox.wrote(file, text);
}
