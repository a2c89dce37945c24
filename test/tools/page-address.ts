import { pathToFileURL } from "node:url";

/** What the page of a test suite opens with. Paths are absolute. */
export interface SuitePage {
  readonly workspace: string;
  /** Folder of the extension that runs from its sources. */
  readonly extensionDevelopmentPath: string;
  /** Module whose exported `run()` is the suite. */
  readonly extensionTestsPath: string;
  /** Environment of the extension host, on top of the server's own. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The address of a workbench that runs a suite and ends, on a server that was started for tests. */
export function suiteAddress(port: number, page: SuitePage): string {
  const payload = {
    skipWelcome: "true",
    extensionDevelopmentPath: remotePath(port, page.extensionDevelopmentPath),
    extensionTestsPath: remotePath(port, page.extensionTestsPath),
    extensionEnvironment: JSON.stringify(page.environment),
  };
  return address(port, page.workspace, { payload: JSON.stringify(Object.entries(payload)) });
}

/** The address of a workbench as a person has it, on a server with a connection token. */
export function productAddress(port: number, connectionToken: string, workspace: string): string {
  return address(port, workspace, { tkn: connectionToken });
}

function address(port: number, workspace: string, query: Readonly<Record<string, string>>): string {
  const folder = pathToFileURL(workspace).pathname;
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ ...query, folder })}`;
}

/** How the page of a server names a path on this machine. */
function remotePath(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
}
