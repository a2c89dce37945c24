import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ReportLine, reportVariable } from "../editor/harness/report.ts";
import { launchBrowser } from "./browser.ts";
import { suiteAddress } from "./page-address.ts";
import { cacheFolder, root } from "./paths.ts";
import { startServer } from "./server.ts";
import { ensureTool } from "./toolbox.ts";

/** What the in-editor suite runs with. */
export interface SuiteRun {
  /** The bundled suite (see `bundleSuite`). */
  readonly suite: string;
  /** Folder of the extension under test; the project's root unless told. */
  readonly extension?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds?: number;
  /** Called for every line of the report as it arrives. */
  onLine(line: ReportLine): void;
}

const defaultTimeoutMilliseconds = 10 * 60_000;

/**
 * Runs the suite inside the extension host of a VS Code server, with its page open in a headless browser.
 * Resolves when the editor has ended the run; rejects where it did not come to an end, with what the editor logged.
 */
export async function runSuite(options: SuiteRun): Promise<void> {
  const editorFolder = await ensureTool("editor");
  const report = freshReport();
  const server = await startServer({ editorFolder });
  try {
    const browser = await launchBrowser(editorFolder);
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const log: string[] = [];
      const exited = new Promise<number>((resolve) => {
        void page.exposeFunction("codeAutomationExit", resolve);
      });
      await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
        log.push(`${type}: ${args.join(" ")}`);
      });
      await page.goto(
        suiteAddress(server.port, {
          workspace: server.workspace,
          extensionDevelopmentPath: options.extension ?? root,
          extensionTestsPath: options.suite,
          environment: { ...options.environment, [reportVariable]: report },
        }),
      );
      await followReport(report, exited, options, () => log.slice(-40).join("\n"));
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Path of an empty report. */
export function freshReport(): string {
  const report = join(cacheFolder("suite"), `report-${process.pid}.jsonl`);
  rmSync(report, { force: true });
  return report;
}

/**
 * Hands on the lines of a report as they are written, until the run is over.
 * Rejects where the run ended without the report's last line, or took longer than allowed.
 */
export async function followReport(
  report: string,
  exited: Promise<unknown>,
  options: Pick<SuiteRun, "onLine" | "timeoutMilliseconds">,
  log: () => string,
): Promise<void> {
  const limit = options.timeoutMilliseconds ?? defaultTimeoutMilliseconds;
  const deadline = Date.now() + limit;
  let seen = 0;
  let over = false;
  let complete = false;
  void exited.then(() => {
    over = true;
  });
  for (;;) {
    const wasOver = over;
    const lines = existsSync(report) ? readFileSync(report, "utf8").split("\n").slice(0, -1) : [];
    for (const text of lines.slice(seen)) {
      const line: ReportLine = JSON.parse(text);
      complete ||= line.kind === "end";
      options.onLine(line);
    }
    seen = lines.length;
    if (wasOver) break;
    if (Date.now() > deadline) throw new Error(`The suite did not end within ${limit / 1000} s.\n${log()}`);
    await sleep(200);
  }
  rmSync(report, { force: true });
  if (!complete) throw new Error(`The editor ended before the suite was through.\n${log()}`);
}
