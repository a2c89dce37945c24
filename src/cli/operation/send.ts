import { PlatformError } from "../../http/error.ts";
import type { CallArguments } from "../../platforms/call.ts";
import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import { UsageError } from "../exit.ts";
import type { Terminal } from "../output/terminal.ts";
import type { GivenArguments } from "./arguments.ts";
import { readJsonBody, uploadOf } from "./content.ts";

/**
 * Sends an operation with what it was given, its files as they are read; answers what the platform answered.
 * Rejects with a `PlatformError`, and with a `UsageError` for what turns out to be wrong before anything is sent.
 */
export async function send(
  { caller }: OpenConnection,
  operation: Operation,
  given: GivenArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<unknown> {
  const { parameters } = given;
  const content = await contentOf(operation, given, terminal);
  try {
    return await caller.call(operation, { parameters, ...content, signal });
  } catch (error) {
    throw isWrongCall(error) ? new UsageError(`${sentence(error.text)} ${error.advice}`) : error;
  }
}

async function contentOf(
  { body }: Operation,
  given: GivenArguments,
  { streams }: Terminal,
): Promise<Pick<CallArguments, "body" | "file">> {
  if (body?.encoding === "json") {
    const value = await readJsonBody(given, streams);
    return value === undefined ? {} : { body: value };
  }
  if (given.file === undefined) return given.body === undefined ? {} : { body: given.body };
  const upload = await uploadOf(given.file, streams);
  return body?.file === undefined ? { body: upload } : { file: upload };
}

/** Whether a call was refused before it was sent, as what it was given does not fit. */
function isWrongCall(error: unknown): error is PlatformError {
  return error instanceof PlatformError && error.kind === "invalid" && error.status === undefined;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
