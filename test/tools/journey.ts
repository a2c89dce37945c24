import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { packExtension } from "./package.ts";
import { productAddress } from "./page-address.ts";
import { type Server, startServer } from "./server.ts";
import { ensureTool } from "./toolbox.ts";
import { type Theme, themeSettings, Workbench } from "./workbench.ts";

/** What a journey opens: the packaged extension, installed into a fresh VS Code, as a person has it. */
export interface JourneyOptions {
  /** Added to the environment of the server and of the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** User settings at the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly theme?: Theme;
  /** Fills the workspace folder before the page opens. */
  readonly prepare?: (workspace: string) => void | Promise<void>;
}

/** An open workbench with what it runs on. */
export interface Journey {
  readonly workbench: Workbench;
  /** What the server wrote, and the errors and warnings of the page. */
  log(): string;
  /** Closes the page, the browser and the server, with all their processes. */
  close(): Promise<void>;
}

/** Environment variable with the path of a vsix that is already packed. */
export const vsixVariable = "ROLLCALL_VSIX";

/** What a workbench without a network complains about in any case. */
const expectedComplaints =
  /open-vsx|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|serviceWorker|404 \(Not Found\)|405 \(Method|getServerKeyPart/;

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
  const vsix = process.env[vsixVariable] ?? (await packExtension());
  const editorFolder = await ensureTool("editor");
  const connectionToken = randomBytes(16).toString("hex");
  const server = await startServer({
    editorFolder,
    connectionToken,
    vsix: [vsix],
    env: options.environment ?? {},
    settings: { ...themeSettings(options.theme ?? "light"), ...options.settings },
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    await options.prepare?.(server.workspace);
    browser = await launchBrowser(editorFolder);
    const address = productAddress(server.port, connectionToken, server.workspace);
    return { ...(await openWorkbench(browser, server, address)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWorkbench(
  browser: Browser,
  server: Server,
  address: string,
): Promise<Omit<Journey, "close">> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1100 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expectedComplaints.test(text)) complaints.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") note(message.text());
  });
  page.on("pageerror", (error) => note(`page error: ${error.message}`));
  await page.goto(address);
  const workbench = new Workbench(page, server.workspace);
  await workbench.ready();
  return { workbench, log: () => [server.output(), ...complaints].join("\n") };
}

async function explained(error: unknown, journey: Journey): Promise<Error> {
  const reason = error instanceof Error ? error.message : String(error);
  const picture = await journey.workbench.screenshot(`failed-${Date.now()}`).catch(() => "no screenshot");
  const items = await itemsShown(journey.workbench).catch(() => []);
  const log = journey.log().split("\n").slice(-15).join("\n");
  const told = new Error(
    `${reason}\nWhat the page showed: ${picture}\n${items.join("\n")}\nEnd of the log:\n${log}`,
  );
  if (error instanceof Error && error.stack) told.stack = error.stack;
  return told;
}

/** Every view's header and every item that is to be seen, for a log that comes without its picture. */
function itemsShown({ page }: Workbench): Promise<readonly string[]> {
  return page
    .locator(".pane-header, [role='treeitem'], .quick-input-widget, .monaco-dialog-box")
    .filter({ visible: true })
    .evaluateAll((elements) =>
      elements.map((each) => `  ${each.getAttribute("aria-label") ?? each.textContent}`.slice(0, 160)),
    );
}
