import { spawnSync } from "node:child_process";
import { basename } from "node:path";

/**
 * Runs npm in a folder, with its output on stderr. Takes the npm that started this process where one did, else the one on
 * the PATH. Throws an error with the command in it where npm ends with anything but 0.
 */
export function npm(args: readonly string[], cwd: string): void {
  const own = process.env.npm_execpath;
  const options = { cwd, stdio: ["ignore", 2, 2] as ["ignore", number, number] };
  const result =
    own && basename(own).startsWith("npm") && own.endsWith(".js")
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.error) throw new Error(`npm could not be started (${result.error.message}). Is it on the PATH?`);
  if (result.status !== 0)
    throw new Error(`\`npm ${args.join(" ")}\` failed in ${cwd}; its output is above.`);
}
