import { readFile } from "node:fs/promises";
import * as vscode from "vscode";
import type { Configuration } from "../../config/configuration.ts";
import { contextKeys } from "../identifiers.ts";
import { resourceViewNames, resourceViews } from "../resources/catalogue.ts";
import { workspaceConfigurationFile } from "./locate.ts";
import { type ConfigurationState, stateOf } from "./state.ts";

/** Tells whether a text is a sandbox's configuration while that sandbox does not run. */
export type IsStoppedSandbox = (file: string, text: string) => boolean;

/** Follows the configuration in use: the workspace's rollcall.jsonc, or the sandbox's own while it runs. */
export class ConfigurationStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ConfigurationState>();
  readonly #isStoppedSandbox: IsStoppedSandbox;
  readonly #subscriptions: vscode.Disposable[];
  #watcher: vscode.Disposable | undefined;
  /** Follows the links file of the configuration, wherever that lies. */
  #linksWatcher: { readonly file: string; readonly watcher: vscode.Disposable } | undefined;
  #override: string | undefined;
  #state: Promise<ConfigurationState>;
  /** What the last text that was parsed came to, so that nothing is told where nothing has changed. */
  #parsed: { readonly key: string; readonly state: ConfigurationState } | undefined;
  #configuration: Configuration | undefined;
  #told: ConfigurationState | undefined;
  #generation = 0;
  readonly onDidChange = this.#changed.event;

  constructor(isStoppedSandbox: IsStoppedSandbox) {
    this.#isStoppedSandbox = isStoppedSandbox;
    this.#state = this.#read();
    this.#watch();
    this.#subscriptions = [
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("rollcall.configurationFile")) this.reload();
      }),
    ];
  }

  /** The state as it is on disk, once it has been read. */
  state(): Promise<ConfigurationState> {
    return this.#state;
  }

  /** The configuration without what its links file says, also where that has problems. */
  async withoutLinks(): Promise<Configuration | undefined> {
    await this.#state;
    return this.#configuration;
  }

  /** Absolute path of the links file, as soon as the configuration has been read. */
  get linksFile(): string | undefined {
    return this.#linksWatcher?.file;
  }

  /** Uses another file in place of the workspace's; undefined goes back to the workspace's. */
  use(file: string | undefined): Promise<ConfigurationState> {
    this.#override = file;
    return this.reload();
  }

  /** Reads again and tells everyone. */
  reload(): Promise<ConfigurationState> {
    this.#watch();
    this.#state = this.#read();
    return this.#state;
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#linksWatcher?.watcher.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #read(): Promise<ConfigurationState> {
    this.#generation += 1;
    const generation = this.#generation;
    const state = await this.#readState();
    if (generation !== this.#generation) return this.#state;
    if (state === this.#told) return state;
    this.#told = state;
    await vscode.commands.executeCommand("setContext", contextKeys.state, state.kind);
    await tellConnected(state);
    this.#changed.fire(state);
    return state;
  }

  async #readState(): Promise<ConfigurationState> {
    if (this.#override === undefined && !vscode.workspace.isTrusted) return { kind: "restricted" };
    const file = this.#override ?? workspaceConfigurationFile();
    if (file === undefined) return { kind: "noFolder" };
    const text = await readIfThere(file);
    if (text === undefined) return { kind: "missing" };
    if (text instanceof Error) return { kind: "broken", file, problems: [] };
    if (this.#isStoppedSandbox(file, text)) return { kind: "sandboxStopped", file };
    const { parseConfiguration } = await import("../../config/load.ts");
    const { readLinksText, withLinks } = await import("../../config/links/load.ts");
    const { configuration, problems } = parseConfiguration(text, file);
    const links = configuration && (await readLinksText(configuration));
    this.#configuration = configuration;
    this.#watchLinks(configuration?.links?.file);
    const key = JSON.stringify([file, text, links]);
    if (this.#parsed?.key === key) return this.#parsed.state;
    const linked = configuration && links && withLinks(configuration, links);
    const state = linked?.configuration
      ? stateOf(file, linked.configuration)
      : ({
          kind: "broken",
          file: (links && "text" in links ? configuration?.links?.file : undefined) ?? file,
          problems: linked?.problems ?? problems,
        } as const);
    this.#parsed = { key, state };
    return state;
  }

  #watchLinks(file: string | undefined): void {
    if (this.#linksWatcher?.file === file) return;
    this.#linksWatcher?.watcher.dispose();
    this.#linksWatcher =
      file === undefined ? undefined : { file, watcher: watchFile(file, () => this.reload()) };
  }

  #watch(): void {
    this.#watcher?.dispose();
    const file = this.#override ?? workspaceConfigurationFile();
    if (file === undefined) return;
    this.#watcher = watchFile(file, () => this.reload());
  }
}

/** Calls back whenever a file is written, made or removed. */
function watchFile(file: string, changed: () => void): vscode.Disposable {
  const uri = vscode.Uri.file(file);
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, ".."), uri.path.slice(uri.path.lastIndexOf("/") + 1)),
  );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}

/** Lets menus and welcome texts tell which views have a connection to show. */
async function tellConnected(state: ConfigurationState): Promise<void> {
  const connections = "configuration" in state ? Object.values(state.configuration.connections) : [];
  for (const view of resourceViewNames) {
    const { platforms } = resourceViews[view];
    const isConnected = connections.some(({ platform }) => platforms.includes(platform));
    await vscode.commands.executeCommand("setContext", `${contextKeys.connected}.${view}`, isConnected);
  }
}

/** The file's text, undefined where there is no such file, or why it cannot be read. */
async function readIfThere(file: string): Promise<string | undefined | Error> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "code" in error && error.code === "ENOENT" ? undefined : error;
  }
}
