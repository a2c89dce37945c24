// Plain JavaScript that any supported Node runs: it is what brings in the Node that the rest is written for.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const wantedMajor = 24;
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Returns at once under Node 24 or later. Under an older Node it runs the script again, with the same arguments, under the
 * Node of the development dependency `node`, ends this process with that one's exit code, and never returns.
 * @param {string} scriptUrl `import.meta.url` of the script that was started
 * @returns {Promise<void>}
 */
export async function underNode24(scriptUrl) {
  if (Number.parseInt(process.versions.node, 10) >= wantedMajor) return;
  const node = installedNode();
  if (!node) {
    console.error(
      `This needs Node ${wantedMajor} and runs under ${process.version}. Run \`npm ci\` in ${root} first: it brings one along.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  process.exit(code);
}

/** The binary of the package `node`, whose name differs by platform; undefined where it is not installed. */
function installedNode() {
  const folder = join(root, "node_modules", "node", "bin");
  return ["node.exe", "node"].map((name) => join(folder, name)).find((path) => existsSync(path));
}
