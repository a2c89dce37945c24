import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { packExtension } from "./package.ts";
import { productAddress } from "./page-address.ts";
import { cacheFolder } from "./paths.ts";
import { startServer } from "./server.ts";
import { ensureTool } from "./toolbox.ts";

/**
 * Installs the packaged extension into a VS Code server, prints the address of its page on stdout, and serves it until this
 * process is ended.
 * @param args `--port N` (any free port unless told) and `--sandbox` (the extension starts its sandbox by itself)
 */
export async function startProduct(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: "string" }, sandbox: { type: "boolean", default: false } },
  });
  const vsix = await packExtension();
  const editorFolder = await ensureTool("editor");
  const connectionToken = randomBytes(16).toString("hex");
  const workspace = cacheFolder("workspace");
  const server = await startServer({
    editorFolder,
    connectionToken,
    vsix: [vsix],
    ...(values.port ? { port: Number(values.port) } : {}),
    ...(values.sandbox ? { env: { ROLLCALL_START_SANDBOX: "1" } } : {}),
  });
  console.log(
    `\nRollcall is open in VS Code at\n\n  ${productAddress(server.port, connectionToken, workspace)}\n`,
  );
  console.log("Ctrl+C ends it.");
  const code = await server.ended;
  throw new Error(`VS Code server ended by itself (exit code ${code}):\n${server.output()}`);
}
