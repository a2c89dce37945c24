import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { pageAddress } from "./page-address.ts";
import { root } from "./paths.ts";
import { type Server, startServer } from "./server.ts";
import { ensureTool } from "./toolbox.ts";
import { Workbench } from "./workbench.ts";

/** What a journey opens. */
export interface JourneyOptions {
  /** Folder of the extension that runs; the project's root unless told. */
  readonly extension?: string;
  /** Environment of the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** User settings at the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly theme?: "light" | "dark";
  /** Fills the workspace folder before the page opens. */
  readonly prepare?: (workspace: string) => void | Promise<void>;
}

/** An open workbench with what it runs on. */
export interface Journey {
  readonly workbench: Workbench;
  /** Everything the server and the page logged. */
  log(): string;
  /** Closes the page, the browser and the server, with all their processes. */
  close(): Promise<void>;
}

/**
 * Does `walk` on a fresh workbench in a real VS Code, and closes everything afterwards. Where it fails, a screenshot is
 * kept and the error names it.
 */
export async function withPage<T>(
  options: JourneyOptions,
  walk: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const journey = await openJourney(options);
  try {
    return await walk(journey.workbench);
  } catch (error) {
    throw await explained(error, journey);
  } finally {
    await journey.close();
  }
}

/** Opens a fresh workbench for several tests to share. The caller closes it. */
export async function openJourney(options: JourneyOptions = {}): Promise<Journey> {
  const editorFolder = await ensureTool("editor");
  const server = await startServer({
    editorFolder,
    settings: { ...Workbench.themeSettings(options.theme ?? "light"), ...options.settings },
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    await options.prepare?.(server.workspace);
    browser = await launchBrowser(editorFolder);
    return await openWorkbench(browser, server, options, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWorkbench(
  browser: Browser,
  server: Server,
  options: JourneyOptions,
  close: () => Promise<void>,
): Promise<Journey> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const lines: string[] = [];
  page.on("console", (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => lines.push(`page error: ${error.message}`));
  await page.goto(
    pageAddress(server.port, {
      workspace: server.workspace,
      extensionDevelopmentPath: options.extension ?? root,
      ...(options.environment ? { environment: options.environment } : {}),
    }),
  );
  const workbench = new Workbench(page, server);
  await workbench.ready();
  return { workbench, close, log: () => `${server.output()}\n${lines.join("\n")}` };
}

async function explained(error: unknown, journey: Journey): Promise<Error> {
  const reason = error instanceof Error ? error.message : String(error);
  const picture = await journey.workbench.screenshot("failed-journey").catch(() => "no screenshot");
  const log = journey.log().split("\n").slice(-25).join("\n");
  const told = new Error(`${reason}\nWhat the page showed: ${picture}\nEnd of the log:\n${log}`);
  if (error instanceof Error && error.stack) told.stack = error.stack;
  return told;
}
