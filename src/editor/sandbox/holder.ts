import { createHash } from "node:crypto";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { contextKeys } from "../identifiers.ts";

/** What is remembered of the configuration that was written for a sandbox. */
interface Written {
  readonly file: string;
  readonly digest: string;
}

const writtenKey = "sandbox.written";

/** The sandbox of this window, and the configuration file that was written for it. */
export class SandboxHolder {
  readonly #context: vscode.ExtensionContext;
  #running: Sandbox | undefined;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  get running(): Sandbox | undefined {
    return this.#running;
  }

  /** Folder for what a sandbox keeps: its ledger, and its configuration where no folder is open. */
  get folder(): string {
    return join(this.#context.globalStorageUri.fsPath, "sandbox");
  }

  /** The ledger of one window's sandbox. */
  get ledgerFile(): string {
    return join(this.folder, `ledger-${process.pid}.sqlite`);
  }

  async set(sandbox: Sandbox | undefined): Promise<void> {
    this.#running = sandbox;
    await vscode.commands.executeCommand("setContext", contextKeys.sandboxRunning, sandbox !== undefined);
  }

  /** Remembers a configuration that was written, so that it is known again and removed with the sandbox. */
  remember(file: string, text: string): Thenable<void> {
    return this.#context.workspaceState.update(writtenKey, { file, digest: digestOf(text) });
  }

  forget(): Thenable<void> {
    return this.#context.workspaceState.update(writtenKey, undefined);
  }

  /** The file that was written last, whether or not it has been changed since. */
  get writtenFile(): string | undefined {
    return this.#context.workspaceState.get<Written>(writtenKey)?.file;
  }

  /** Whether a text is what was written for a sandbox, unchanged. */
  wrote(file: string, text: string): boolean {
    const written = this.#context.workspaceState.get<Written>(writtenKey);
    return written?.file === file && written.digest === digestOf(text);
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
