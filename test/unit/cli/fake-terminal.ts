import { PassThrough } from "node:stream";
import { Terminal } from "../../../src/cli/output/terminal.ts";

/** A terminal whose output can be read back. */
export interface FakeTerminal {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export interface FakeOptions {
  readonly input?: string | Buffer;
  readonly isTTY?: boolean;
  readonly environment?: Record<string, string>;
  readonly folder?: string;
}

export function fakeTerminal({
  input = "",
  isTTY = false,
  environment = {},
  folder = ".",
}: FakeOptions = {}): FakeTerminal {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  if (isTTY) for (const stream of Object.values(streams)) Object.assign(stream, { isTTY });
  streams.stdin.end(input);
  const text = (stream: PassThrough) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString("utf8");
  };
  const [stdout, stderr] = [text(streams.stdout), text(streams.stderr)];
  return { terminal: new Terminal({ ...streams, environment, folder }), stdout, stderr };
}
