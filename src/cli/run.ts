import { exitCodes } from "./exit.ts";
import { failureOf } from "./failure.ts";
import { main } from "./main.ts";
import { Terminal } from "./output/terminal.ts";
import { replacedProcessVariable } from "./project-node.ts";

/** Runs the command line of this process and ends it with its exit code. */
export async function run(): Promise<void> {
  followReplacedProcess();
  quietExperiments();
  process.on("uncaughtException", tellAndEnd);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", endOnBrokenPipe);
  const terminal = new Terminal({
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    folder: process.cwd(),
  });
  const code = await main(process.argv.slice(2), terminal);
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write("", done))),
  );
  process.exit(code);
}

/** Where this process runs in place of another, it ends when that one does. */
function followReplacedProcess(): void {
  if (process.env[replacedProcessVariable] === undefined || !process.channel) return;
  delete process.env[replacedProcessVariable];
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}

/** Some Node versions announce on every start that node:sqlite is experimental; that is no news to a user of this command. */
function quietExperiments(): void {
  const tell = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") for (const listener of tell) listener(warning);
  });
}

/** Whoever read our output has had enough: `rollcall accounts odm | head`. */
function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE" || error.code === "EOF") process.exit(exitCodes.done);
  tellAndEnd(error);
}

/** What nobody has caught is told in a sentence, like any other error. */
function tellAndEnd(error: unknown): void {
  const { message, code } = failureOf(error);
  process.stderr.write(`error: ${message}\n`, () => process.exit(code));
}
