import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installBrowser } from "./browser-install.ts";
import { whileLocked } from "./install-lock.ts";
import { npm } from "./npm.ts";
import { cacheFolder, root } from "./paths.ts";

/** The tools that are kept out of the project's own dependencies, each pinned by a lock file of its own. */
export type ToolName = "editor" | "packaging";

interface Recipe {
  readonly what: string;
  /** What is left to do after `npm ci --ignore-scripts` in the folder. */
  finish(folder: string): Promise<void>;
}

const recipes: Record<ToolName, Recipe> = {
  editor: {
    what: "VS Code server and a browser (about 900 MB, one to three minutes)",
    async finish(folder) {
      installServerModules(serverFolder(folder));
      await installBrowser(folder);
    },
  },
  packaging: { what: "the vsix packager", finish: async () => {} },
};

const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
const manifests = ["package.json", "package-lock.json"];

/**
 * Installs a tool into `.cache/toolbox` where it is not there yet, and answers its folder. The marker is written last, so
 * that an install that was broken off is done again. Rejects with an error that says what to do.
 */
export async function ensureTool(name: ToolName): Promise<string> {
  const folder = join(cacheFolder("toolbox"), name);
  if (isInstalled(name, folder)) return folder;
  await whileLocked(
    `${folder}.lock`,
    async () => {
      if (!isInstalled(name, folder)) await install(name, folder);
    },
    () =>
      console.error(
        `Waiting for another process that installs ${recipes[name].what} … (if there is none, remove ${folder}.lock)`,
      ),
  );
  return folder;
}

/** The VS Code server inside the installed tool `editor`. */
export function serverFolder(editorFolder: string): string {
  return join(editorFolder, "node_modules", "code-server", "lib", "vscode");
}

async function install(name: ToolName, folder: string): Promise<void> {
  console.error(`Installing ${recipes[name].what} into ${folder} …`);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(folder, { recursive: true });
  for (const manifest of manifests)
    copyFileSync(join(manifestFolder(name), manifest), join(folder, manifest));
  try {
    npm(["ci", "--ignore-scripts", ...quiet], folder);
    await recipes[name].finish(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${reason}\nThe tool "${name}" could not be installed. It needs access to an npm registry once (see \`npm config get registry\`); then run the same command again.`,
      { cause: error },
    );
  }
  writeFileSync(markerOf(folder), digestOf(name));
}

/** The two native modules are wanted, not needed: without them the server keeps no log files and runs all the same. */
function installServerModules(server: string): void {
  npm(["install", "--omit=dev", "--ignore-scripts", ...quiet], server);
  try {
    npm(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog", ...quiet], server);
  } catch {
    console.error("No compiler for the server's native modules: it runs without its log files.");
  }
}

function isInstalled(name: ToolName, folder: string): boolean {
  const marker = markerOf(folder);
  return existsSync(marker) && readFileSync(marker, "utf8") === digestOf(name);
}

function markerOf(folder: string): string {
  return join(folder, "installed");
}

function manifestFolder(name: ToolName): string {
  return join(root, "test", "tools", "toolbox", name);
}

/** Digest of everything an install depends on: the lock file, the platform and the version of Node's binary interface. */
function digestOf(name: ToolName): string {
  const hash = createHash("sha256");
  for (const manifest of manifests) hash.update(readFileSync(join(manifestFolder(name), manifest)));
  return hash.update([process.platform, process.arch, process.versions.modules].join("-")).digest("hex");
}
