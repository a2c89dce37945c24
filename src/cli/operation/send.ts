import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import type { Terminal } from "../output/terminal.ts";
import type { GivenArguments } from "./arguments.ts";
import { readContent, readJsonBody } from "./content.ts";

/** Sends an operation with what it was given, its files included; answers what the platform answered. */
export async function send(
  { caller }: OpenConnection,
  operation: Operation,
  given: GivenArguments,
  { streams }: Terminal,
  signal: AbortSignal,
): Promise<unknown> {
  const { encoding } = operation.body ?? {};
  const parameters = given.parameters as Record<string, string>;
  if (encoding === "json") {
    return caller.call(operation, { parameters, body: await readJsonBody(given, streams), signal });
  }
  const content = given.file === undefined ? given.body : await readContent(given.file, streams);
  return caller.call(operation, { parameters, body: content, signal });
}
