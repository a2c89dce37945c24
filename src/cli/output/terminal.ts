import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { type Paint, painter, wantsColours } from "./paint.ts";
import { ProgressLine } from "./progress-line.ts";
import { wrapped } from "./wrap.ts";

type Stream<Kind> = Kind & { readonly isTTY?: boolean; readonly columns?: number };

/** Where a command reads and writes. */
export interface TerminalStreams {
  readonly stdin: Stream<Readable>;
  readonly stdout: Stream<Writable>;
  readonly stderr: Stream<Writable>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the command was started in. */
  readonly folder: string;
}

/** Data goes to standard output, talk (progress, warnings, questions) to standard error. */
export class Terminal {
  readonly streams: TerminalStreams;
  /** Paints data. */
  paint: Paint;
  /** Paints talk. */
  voice: Paint;
  readonly progress: ProgressLine;

  constructor(streams: TerminalStreams) {
    this.streams = streams;
    this.paint = painter(wantsColours(streams.stdout, streams.environment));
    this.voice = painter(wantsColours(streams.stderr, streams.environment));
    this.progress = new ProgressLine(streams.stderr.isTTY ? (text) => streams.stderr.write(text) : undefined);
  }

  get environment(): Readonly<Record<string, string | undefined>> {
    return this.streams.environment;
  }

  /** Whether somebody sits at standard output and lists should be kept short. */
  get brief(): boolean {
    return this.streams.stdout.isTTY === true;
  }

  /** Whether a question can be asked and answered. */
  get interactive(): boolean {
    return this.streams.stdin.isTTY === true && this.streams.stderr.isTTY === true;
  }

  withoutColours(): void {
    this.paint = painter(false);
    this.voice = painter(false);
  }

  /** Lines of data. On a terminal long ones are broken between words. */
  print(...lines: readonly string[]): void {
    this.progress.clear();
    const { isTTY, columns } = this.streams.stdout;
    const shown = isTTY && columns ? lines.flatMap((line) => wrapped(line, columns)) : lines;
    if (shown.length > 0) this.streams.stdout.write(`${shown.join("\n")}\n`);
  }

  /** One JSON document as data. */
  printJson(value: unknown): void {
    this.progress.clear();
    this.streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** One JSON document on one line. */
  printJsonLine(value: unknown): void {
    this.progress.clear();
    this.streams.stdout.write(`${JSON.stringify(value)}\n`);
  }

  /** Lines of talk. */
  say(...lines: readonly string[]): void {
    this.progress.clear();
    if (lines.length > 0) this.streams.stderr.write(`${lines.join("\n")}\n`);
  }

  /** Asks, and answers what was typed, trimmed; empty where the input ended. Rejects with an AbortError when cancelled. */
  async ask(question: string, signal?: AbortSignal): Promise<string> {
    this.progress.clear();
    const lines = createInterface({ input: this.streams.stdin, output: this.streams.stderr });
    const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    try {
      const asked = signal ? lines.question(`${question} `, { signal }) : lines.question(`${question} `);
      return (await Promise.race([asked, ended])).trim();
    } finally {
      lines.close();
    }
  }
}
