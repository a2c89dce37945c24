import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { exitCodes } from "./exit.ts";

/** Set for the process that runs in place of another; when that one goes away, so does it. */
export const replacedProcessVariable = "ROLLCALL_IN_PLACE_OF";

/**
 * Runs the script again under the Node that is installed with the project, with the same terminal, and ends as it ends.
 * Signals are passed on. The channel between the two closes when this process dies, however it dies.
 */
export async function runUnderProjectNode(script: string): Promise<void> {
  const node = findProjectNode(dirname(realpathSync(script)));
  if (node === undefined) {
    process.stderr.write(
      `Rollcall needs Node 22.13 or later, and this is ${process.versions.node}: install a newer Node, or run "npm ci" in Rollcall's folder.\n`,
    );
    process.exitCode = exitCodes.failed;
    return;
  }
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [replacedProcessVariable]: String(process.pid) },
  });
  passSignalsOn((signal) => child.kill(signal));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (...end) => resolve(end));
  });
  process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
}

/** The `node` package's executable in the nearest folder above that has one. */
function findProjectNode(start: string): string | undefined {
  const executable = process.platform === "win32" ? "node.exe" : "node";
  for (let folder = start, parent = dirname(start); ; folder = parent, parent = dirname(folder)) {
    const candidate = join(folder, "node_modules", "node", "bin", executable);
    if (existsSync(candidate)) return candidate;
    if (parent === folder) return undefined;
  }
}

/** On Windows a console's Ctrl+C reaches both processes by itself, and passing it on would end the other at once. */
function passSignalsOn(pass: (signal: NodeJS.Signals) => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (process.platform !== "win32") pass(signal);
    });
  }
}
