import * as vscode from "vscode";
import type { Host } from "../../../../src/editor/host.ts";
import { after, afterEach, before } from "../../harness/cases.ts";
import { rollcall, run, withoutConfiguration } from "./rollcall.ts";

type End = () => void | Promise<void>;

/**
 * Runs the cases of the suite that calls this on a sandbox of their own, which has no faults any more after each. `begin` is given the
 * extension's host once the sandbox runs; what it answers is called when the cases are done, before the sandbox stops.
 */
export function onSandbox(
  // biome-ignore lint/suspicious/noConfusingVoidType: most suites have nothing of their own to end.
  begin: (host: Host) => Promise<End | void>,
): void {
  let host: Host;
  let end: End | undefined;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    end = (await begin(host)) ?? undefined;
  });

  afterEach(() => {
    host.sandbox.running?.setFaults([]);
  });

  after(async () => {
    await end?.();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await run("stopSandbox");
    await withoutConfiguration(host);
  });
}
