import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { workspaceConfigurationFile } from "../configuration/locate.ts";
import type { Host } from "../host.ts";
import { configurationFileName } from "../identifiers.ts";
import { originOf } from "../secrets/place.ts";
import { removeLedger } from "./ledger.ts";
import { sandboxSignIns } from "./sign-ins.ts";

const learning = "sandbox-baseline.jsonc";

/**
 * Starts the sandbox on its past day, lets Rollcall link everyone, moves on to today, and only then shows it: signed in, with
 * a configuration of its own. Rejects where a step fails, with nothing left running.
 */
export async function startSandboxFor(host: Host): Promise<void> {
  const shown = { location: vscode.ProgressLocation.Notification, title: "Rollcall: starting the sandbox" };
  await vscode.window.withProgress(shown, async (progress) => {
    progress.report({ message: "five platforms on this machine" });
    const { startSandbox, sampleConfiguration } = await import("../../sandbox/sandbox.ts");
    const sandbox = await startSandbox({
      at: "baseline",
      users: vscode.workspace.getConfiguration("rollcall.sandbox").get<number>("users", 200),
    });
    try {
      const text = sampleConfiguration(sandbox.endpoints);
      await signIn(host, sandbox);
      progress.report({ message: "linking everyone, as of a past day" });
      await linkEveryone(host, text);
      sandbox.advance();
      await host.sandbox.set(sandbox);
      await showConfiguration(host, text);
    } catch (error) {
      await host.sandbox.set(undefined);
      await sandbox.close();
      throw error;
    }
  });
  host.log.info("sandbox started");
}

async function signIn(host: Host, sandbox: Sandbox): Promise<void> {
  for (const { connection, origin, token } of sandboxSignIns(sandbox.endpoints))
    if (token !== undefined) await host.secrets.replace({ connection, origin }, { token });
}

async function linkEveryone({ sandbox, secrets }: Host, text: string): Promise<void> {
  const { openSession } = await import("../../session/session.ts");
  const { folder, ledgerFile } = sandbox;
  const configurationFile = join(folder, learning);
  await mkdir(folder, { recursive: true });
  await removeLedger(ledgerFile);
  await writeFile(configurationFile, text);
  const session = await openSession({
    configurationFile,
    ledgerFile,
    secrets: (connection, origin) => secrets.source(connection, originOf(origin)),
    howToSignIn: (connection) => `Start the sandbox again to sign in to ${connection}.`,
  });
  try {
    const { plan } = await session.plan();
    await session.apply(plan);
  } finally {
    await session.close();
    await rm(configurationFile, { force: true });
  }
}

/** Writes the configuration into the open folder where that has none of its own, else into a folder apart, and uses it. */
async function showConfiguration(host: Host, text: string): Promise<void> {
  const { sandbox, configuration } = host;
  const file = (await freeWorkspaceFile(host)) ?? join(sandbox.folder, configurationFileName);
  await mkdir(dirname(file), { recursive: true });
  await sandbox.remember(file, text);
  await writeFile(file, text);
  await configuration.use(file);
}

async function freeWorkspaceFile(host: Host): Promise<string | undefined> {
  const file = workspaceConfigurationFile();
  if (file === undefined || !vscode.workspace.isTrusted) return undefined;
  const { kind } = await host.configuration.state();
  return kind === "missing" || kind === "sandboxStopped" ? file : undefined;
}
