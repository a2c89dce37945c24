import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { outputScheme } from "../identifiers.ts";
import { serveFiles } from "../remote-files/serve.ts";

/** Serves what jobs have written to the editor, for reading alone. */
export function registerJobOutputs(host: Host): vscode.Disposable {
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions("The outputs of jobs are only read.");
  };
  return serveFiles(
    outputScheme,
    async (changed) => {
      const { JobOutputFileSystem } = await import("./file-system.ts");
      return new JobOutputFileSystem(host, changed);
    },
    () => ({ writeFile: refuse, createDirectory: refuse, delete: refuse, rename: refuse, copy: refuse }),
    { isReadonly: true },
  );
}
