import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { unreadable } from "../session/operation/file-problem.ts";
import { UsageError } from "./exit.ts";
import { linesOf } from "./lines.ts";
import { counted } from "./output/printable.ts";
import type { Terminal } from "./output/terminal.ts";

/** A line with the JSON object that it is. */
export interface ResourceLine {
  /** Byte for byte as it came, with its end. */
  readonly line: Buffer;
  readonly resource: Readonly<Record<string, unknown>>;
  /** The first is 1. */
  readonly number: number;
}

/** The lines of a JSON-lines file or of standard input. Empty lines are left out. */
export class ResourceLines {
  readonly #terminal: Terminal;
  readonly #name: string;
  readonly #source: AsyncIterable<Buffer>;
  readonly #skipInvalid: boolean;
  #skipped = 0;

  /** @param skipInvalid Leaves lines out that are no JSON objects, which else end the reading. */
  constructor(terminal: Terminal, file: string | undefined, skipInvalid: boolean) {
    const { streams } = terminal;
    this.#terminal = terminal;
    const fromFile = file !== undefined && file !== "-";
    this.#name = fromFile ? file : "standard input";
    this.#source = fromFile ? createReadStream(resolve(streams.folder, file)) : streams.stdin;
    this.#skipInvalid = skipInvalid;
  }

  /** A line for messages: `people.jsonl:7`. */
  placeOf(number: number): string {
    return `${this.#name}:${number}`;
  }

  /** Says how many lines were left out because they are no JSON objects, where any were. */
  saySkipped(): void {
    if (this.#skipped > 0)
      this.#terminal.say(`Left out ${counted(this.#skipped, "line")} that are no JSON objects.`);
  }

  /**
   * The lines in batches as they arrive; those before a line that ends the reading come first.
   * @throws {UsageError} At a line that is no JSON object, or where the file cannot be read.
   */
  async *batches(): AsyncGenerator<readonly ResourceLine[]> {
    let number = 0;
    try {
      for await (const lines of linesOf(this.#source)) {
        const batch: ResourceLine[] = [];
        for (const line of lines) {
          number++;
          const resource = parseLine(line.toString("utf8"));
          if (resource === "empty") continue;
          if (resource !== "invalid") batch.push({ line, resource, number });
          else if (this.#skipInvalid) this.#skipped++;
          else {
            yield batch;
            throw new UsageError(
              `${this.placeOf(number)}: this line is not a JSON object. Correct it, or leave such lines out with --skip-invalid.`,
            );
          }
        }
        yield batch;
      }
    } catch (error) {
      throw unreadable(error, this.#name) ?? error;
    }
  }
}

function parseLine(text: string): ResourceLine["resource"] | "empty" | "invalid" {
  const json = text.replace(/^\ufeff/, "");
  if (json.trim() === "") return "empty";
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as ResourceLine["resource"]) : "invalid";
  } catch {
    return "invalid";
  }
}
