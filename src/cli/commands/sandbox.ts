import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Sandbox, SandboxOptions } from "../../sandbox/sandbox.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { counted } from "../output/printable.ts";
import { table } from "../output/table.ts";
import type { Terminal } from "../output/terminal.ts";
import { sandboxVariables } from "../sandbox-secrets.ts";

export interface SandboxCommandOptions extends SandboxOptions {
  readonly writeConfig?: string;
}

/** `rollcall sandbox`: serves the platforms until SIGINT or SIGTERM. */
export async function sandbox(
  { terminal, globals }: CommandContext,
  { writeConfig, ...options }: SandboxCommandOptions,
): Promise<ExitCode> {
  const { startSandbox, sampleConfiguration } = await import("../../sandbox/sandbox.ts");
  const stopped = stopSignal();
  const running = await startSandbox(options).catch((error) => {
    throw badFaults(error) ?? error;
  });
  try {
    if (writeConfig !== undefined)
      await writeNew(terminal.streams.folder, writeConfig, sampleConfiguration(running.endpoints));
    if (globals.json) terminal.printJsonLine(running.endpoints);
    else terminal.print(...welcome(running, writeConfig, terminal));
    await stopped;
  } finally {
    await running.close();
  }
  terminal.say("The sandbox is stopped.");
  return exitCodes.done;
}

function stopSignal(): Promise<void> {
  return new Promise((resolveStopped) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => resolveStopped());
  });
}

function badFaults(error: unknown): UsageError | undefined {
  const named = error instanceof Error && error.constructor.name === "FaultError";
  return named ? new UsageError(error.message) : undefined;
}

async function writeNew(folder: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(resolve(folder, file), text, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw exists
      ? new UsageError(`${file} exists already and is left as it is. Remove it or name another file.`)
      : error;
  }
}

function welcome(
  { endpoints, people }: Sandbox,
  configuration: string | undefined,
  { paint }: Terminal,
): string[] {
  const { odm, astakos, agave, ubiops, osparc, control } = endpoints;
  const servers = [
    ["Genestack ODM (SCIM)", odm.url],
    ["Astakos", astakos.url],
    ["Agave", agave.url],
    ["UbiOps", ubiops.url],
    ["oSPARC", osparc.url],
    ["Control: log, state, truth, faults", control.url],
  ];
  const variables = sandboxVariables(endpoints);
  const file = configuration ?? "rollcall.jsonc";
  const flag = file === "rollcall.jsonc" ? "" : ` --config ${file}`;
  const commands = [
    ...(configuration === undefined
      ? [`rollcall sandbox --write-config ${file}   (writes the configuration too)`]
      : []),
    `rollcall accounts odm${flag}`,
    `rollcall plan${flag} --out plan.json`,
    `rollcall apply plan.json${flag}`,
    `rollcall check${flag}`,
  ];
  return [
    paint("heading", `The sandbox is running, with ${counted(people, "person", "people")}. Ctrl+C stops it.`),
    "",
    ...table([{ title: "Platform" }, { title: "Where" }], servers, paint),
    "",
    paint("heading", "Tokens for another terminal (made up, good for this sandbox only)"),
    "In bash or zsh:",
    ...variables.map(([name, value]) => `  export ${name}='${value}'`),
    "In PowerShell:",
    ...variables.map(([name, value]) => `  $env:${name} = '${value}'`),
    "",
    paint("heading", "Then"),
    ...commands.map((command) => `  ${command}`),
  ];
}
