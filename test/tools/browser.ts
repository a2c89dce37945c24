import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { packagedBrowserFolder } from "./browser-install.ts";

interface BrowserBinary {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Without these the browser calls home at start, which hangs where there is no network. */
const quietFlags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  "--disable-gpu",
];

const namesOnThePath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
    [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"],
    ].map((parts) => join(process.env[variable] ?? "", ...parts)),
  ),
};

/**
 * Starts a headless browser: the one that CHROME_PATH names, else an installed Chrome, Chromium or Edge, else the one of the
 * toolbox. Rejects with an error that says how to get one.
 * @param editorFolder folder of the tool `editor`
 */
export async function launchBrowser(editorFolder: string): Promise<Browser> {
  const binary = findBrowser(editorFolder);
  const asRoot = process.getuid?.() === 0;
  return await chromium.launch({
    executablePath: binary.path,
    env: binary.env as Record<string, string>,
    args: [...quietFlags, ...(asRoot ? ["--no-sandbox"] : [])],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function findBrowser(editorFolder: string): BrowserBinary {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  const installed = named ?? installedBrowser();
  if (installed) return { path: installed, env: process.env };
  const packaged = packagedBrowser(packagedBrowserFolder(editorFolder));
  if (packaged) return packaged;
  throw new Error(
    "No browser found. Install Chrome, Chromium or Edge, or set CHROME_PATH to the program of one.",
  );
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onThePath = namesOnThePath.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onThePath, ...(usualPlaces[process.platform] ?? [])].find((path) => existsSync(path));
}

/** The unpacked browser, with the libraries that came with it only where the machine's own do not suffice. */
function packagedBrowser(folder: string): BrowserBinary | undefined {
  const path = join(folder, "chromium");
  if (!existsSync(path)) return undefined;
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter);
  const environments = [
    { ...process.env, ...fonts },
    { ...process.env, ...fonts, LD_LIBRARY_PATH: libraries },
  ];
  const env = environments.find((candidate) => starts(path, candidate));
  if (!env)
    throw new Error(
      `The browser ${path} does not start on this machine (\`ldd\` on it names what is missing). Install Chromium, or set CHROME_PATH.`,
    );
  return { path, env };
}

function starts(path: string, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(path, ["--version"], { env, stdio: "ignore" }).status === 0;
}
