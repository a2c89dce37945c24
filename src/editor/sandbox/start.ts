import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { workspaceConfigurationFile } from "../configuration/locate.ts";
import type { Host } from "../host.ts";
import { configurationFileName } from "../identifiers.ts";
import { sandboxSignIns } from "./sign-ins.ts";

/**
 * Starts the sandbox on its past day, writes a configuration for it, signs in, lets Rollcall link everyone, and moves on to
 * today. Rejects where a step fails, with nothing left running.
 */
export async function startSandboxFor(host: Host): Promise<void> {
  const shown = { location: vscode.ProgressLocation.Notification, title: "Rollcall: starting the sandbox" };
  await vscode.window.withProgress(shown, async (progress) => {
    progress.report({ message: "three platforms on this machine" });
    const { startSandbox, sampleConfiguration } = await import("../../sandbox/sandbox.ts");
    const sandbox = await startSandbox({ at: "baseline" });
    try {
      await host.sandbox.set(sandbox);
      await signIn(host, sandbox);
      await writeConfiguration(host, sampleConfiguration(sandbox.endpoints));
      progress.report({ message: "linking everyone, as of a past day" });
      await linkEveryone(host);
      sandbox.advance();
      await host.sessions.close();
      host.users.forget();
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
    await host.secrets.store(connection, origin, "token", token);
}

/** Into the open folder where that has no configuration of its own, else into a folder that nobody sees. */
async function writeConfiguration(host: Host, text: string): Promise<void> {
  const { sandbox, configuration } = host;
  await rm(sandbox.ledgerFile, { force: true });
  const inWorkspace = await freeWorkspaceFile(host);
  const file = inWorkspace ?? join(sandbox.folder, configurationFileName);
  await mkdir(sandbox.folder, { recursive: true });
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

async function linkEveryone(host: Host): Promise<void> {
  const session = await host.sessions.get();
  const { plan } = await session.plan();
  await session.apply(plan);
}
