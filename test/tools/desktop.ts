import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { reportVariable } from "../editor/harness/report.ts";
import { cacheFolder, freshRunFolder, root } from "./paths.ts";
import { reportSuiteLine } from "./stages/editor-suite.ts";
import { filesOf, stages } from "./stages/stages.ts";
import { bundleSuite } from "./suite-bundle.ts";
import { followReport, freshReport } from "./suite-host.ts";
import { Tally } from "./tally.ts";

/**
 * Runs the in-editor suite in the desktop VS Code: the one that VSCODE_EXECUTABLE names, else the newest one, which is
 * downloaded into `.cache`. Rejects where a case failed.
 */
export async function runInDesktop(): Promise<void> {
  const stage = stages.find(({ name }) => name === "editor");
  const suite = await bundleSuite(stage ? filesOf(stage) : []);
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await download());
  const folder = freshRunFolder();
  const workspace = join(folder, "workspace");
  mkdirSync(workspace);
  const report = freshReport();
  const tally = new Tally("desktop");
  const exited = runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite.path,
    extensionTestsEnv: { [reportVariable]: report },
    launchArgs: [
      workspace,
      "--disable-extensions",
      "--disable-workspace-trust",
      "--skip-welcome",
      ...["--user-data-dir", join(folder, "data"), "--extensions-dir", join(folder, "extensions")],
    ],
  }).then(
    () => "",
    (error: unknown) => String(error),
  );
  await followReport(report, exited, { onLine: (line) => reportSuiteLine(line, suite, tally) }, () =>
    process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
      ? "A desktop VS Code needs a display: run `xvfb-run npm run test:desktop`."
      : "What VS Code wrote is above.",
  );
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  if (tally.failed > 0) throw new Error("The suite failed in the desktop VS Code.");
}

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: cacheFolder("desktop") });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `A desktop VS Code could not be downloaded (${reason}). Set VSCODE_EXECUTABLE to the program of an installed one, or run \`npm test\`, which needs no download of it.`,
      { cause: error },
    );
  }
}
