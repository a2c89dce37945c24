import { PlatformError } from "../../http/error.ts";
import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import { UsageError } from "../exit.ts";
import type { Terminal } from "../output/terminal.ts";
import type { GivenArguments } from "./arguments.ts";
import { contentFrom, readJsonBody } from "./content.ts";

/**
 * Sends an operation with what it was given, its files as they are read; answers what the platform sent, or with `data` what is in its
 * envelope, in one spelling for all deployments. Rejects with a `PlatformError`, and with a `UsageError` or a `FileProblem` for what turns out to be wrong before anything is sent.
 */
export async function send(
  { client }: OpenConnection,
  operation: Operation,
  given: GivenArguments,
  terminal: Terminal,
  options: { readonly data: boolean; readonly signal: AbortSignal },
): Promise<unknown> {
  const { name } = operation;
  const args = { ...given.parameters, ...(await contentOf(operation, given, terminal)) };
  const { data, signal } = options;
  try {
    return await (data ? client.callNamed(name, args, { signal }) : client.raw(name, args, { signal }));
  } catch (error) {
    throw isWrongCall(error) ? new UsageError(`${sentence(error.text)} ${error.advice}`) : error;
  }
}

/** The body or the file, under the name that the operation has for it. */
async function contentOf(
  { body }: Operation,
  given: GivenArguments,
  { streams }: Terminal,
): Promise<Readonly<Record<string, unknown>>> {
  if (body === undefined || (given.file === undefined && given.body === undefined)) return {};
  const bodyName = body.name ?? "body";
  if (body.encoding === "json") return { [bodyName]: await readJsonBody(given, streams) };
  if (given.file === undefined) return { [bodyName]: given.body };
  return { [body.file?.name ?? bodyName]: await contentFrom(given.file, streams) };
}

/** Whether a call was refused before it was sent, as what it was given does not fit. */
function isWrongCall(error: unknown): error is PlatformError {
  return error instanceof PlatformError && error.kind === "invalid" && error.status === undefined;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
