import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshRunFolder } from "./paths.ts";
import { type ProcessTree, startProcess } from "./processes.ts";
import { serverFolder } from "./toolbox.ts";

/** What a VS Code server is started with. */
export interface ServerOptions {
  /** Folder of the tool `editor`. */
  readonly editorFolder: string;
  /** User settings, on top of those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Packaged extensions (paths of vsix files) that are installed before the start. */
  readonly vsix?: readonly string[];
  /** Secret that every request must carry. Without one the server is open, and honours the payload for tests. */
  readonly connectionToken?: string;
  /** Port to listen on; any free one where it is left out. */
  readonly port?: number;
  /** Added to the environment of the server and of all that runs in it. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code server that answers. */
export interface Server {
  readonly port: number;
  /** A fresh and empty folder to open, which goes with the server. */
  readonly workspace: string;
  /** Everything the server wrote. */
  output(): string;
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<number | null>;
  /** Ends the server with all its processes and removes its folder. */
  stop(): Promise<void>;
}

/** Keeps away everything that would cover the workbench, ask a question or look for a network. */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "security.workspace.trust.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "chat.disableAIFeatures": true,
  "git.openRepositoryInParentFolders": "never",
  "window.confirmBeforeClose": "never",
  "workbench.reduceMotion": "on",
  "editor.cursorBlinking": "solid",
};

const startMilliseconds = 60_000;

/** Starts a VS Code server on a fresh data folder. Rejects with its output where it does not come up. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const folder = freshRunFolder();
  const workspace = join(folder, "workspace");
  mkdirSync(workspace);
  const script = join(serverFolder(options.editorFolder), "out", "server-main.js");
  const places = ["--server-data-dir", join(folder, "data"), "--extensions-dir", join(folder, "extensions")];
  writeUserSettings(folder, { ...quietSettings, ...options.settings });
  for (const vsix of options.vsix ?? []) await installExtension(script, places, vsix);

  const server = startProcess(
    process.execPath,
    [
      script,
      ...places,
      ...["--host", "127.0.0.1", "--port", String(options.port ?? 0), "--telemetry-level", "off"],
      "--accept-server-license-terms",
      ...(options.connectionToken
        ? ["--connection-token", options.connectionToken]
        : ["--without-connection-token", "--enable-smoke-test-driver"]),
    ],
    { env: { ...process.env, ...options.env } },
  );
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const port = await listeningPort(server);
    return { port, workspace, output: server.output, ended: server.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function writeUserSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const user = join(folder, "data", "data", "User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify(settings, null, 2));
}

async function installExtension(script: string, places: readonly string[], vsix: string): Promise<void> {
  const install = startProcess(process.execPath, [
    script,
    ...places,
    "--accept-server-license-terms",
    "--install-extension",
    vsix,
    "--force",
  ]);
  if ((await install.ended) !== 0)
    throw new Error(`${vsix} could not be installed into VS Code:\n${install.output()}`);
}

async function listeningPort(server: ProcessTree): Promise<number> {
  const found = new Promise<number>((resolve) => {
    const look = () => {
      const match = /Extension host agent listening on (\d+)/.exec(server.output());
      if (match) resolve(Number(match[1]));
    };
    server.child.stdout?.on("data", look);
  });
  const failed = server.ended.then((code) => {
    throw new Error(`VS Code server ended (exit code ${code}) before it answered:\n${server.output()}`);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(`VS Code server did not answer in ${startMilliseconds / 1000} s:\n${server.output()}`),
        ),
      startMilliseconds,
    );
  });
  try {
    return await Promise.race([found, failed, late]);
  } finally {
    clearTimeout(timer);
    failed.catch(() => undefined);
  }
}
