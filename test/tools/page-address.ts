import { pathToFileURL } from "node:url";
import { remotePath } from "./server.ts";

/** What a page of the workbench opens with. Paths are absolute. */
export interface PageOptions {
  readonly workspace: string;
  /** Folder of an extension that runs from its sources. */
  readonly extensionDevelopmentPath?: string;
  /** Module whose exported `run()` is the test suite. */
  readonly extensionTestsPath?: string;
  /** Environment of the extension host, on top of the server's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The address of a workbench page on a server that was started without a connection token. */
export function pageAddress(port: number, options: PageOptions): string {
  const payload: [string, string][] = [["skipWelcome", "true"]];
  if (options.extensionDevelopmentPath)
    payload.push(["extensionDevelopmentPath", remotePath(port, options.extensionDevelopmentPath)]);
  if (options.extensionTestsPath)
    payload.push(["extensionTestsPath", remotePath(port, options.extensionTestsPath)]);
  if (options.environment) payload.push(["extensionEnvironment", JSON.stringify(options.environment)]);
  const query = new URLSearchParams({
    folder: pathToFileURL(options.workspace).pathname,
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
