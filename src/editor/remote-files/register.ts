import type * as vscode from "vscode";
import type { Host } from "../host.ts";
import { remoteScheme } from "../identifiers.ts";
import { serveFiles } from "./serve.ts";

/** Serves the files of Agave's systems to the editor. */
export function registerRemoteFiles(host: Host): vscode.Disposable {
  return serveFiles(
    remoteScheme,
    async (changed) => {
      const { RemoteFileSystem } = await import("./file-system.ts");
      return new RemoteFileSystem(host, changed);
    },
    (served) => ({
      writeFile: (uri, content, options) => served((files) => files.writeFile(uri, content, options)),
      createDirectory: (uri) => served((files) => files.createDirectory(uri)),
      delete: (uri, options) => served((files) => files.delete(uri, options)),
      rename: (from, to, options) => served((files) => files.rename(from, to, options)),
      copy: (from, to, options) => served((files) => files.copy(from, to, options)),
    }),
  );
}
