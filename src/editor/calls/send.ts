import { readFile } from "node:fs/promises";
import type { Operation } from "../../platforms/operation.ts";
import { unreadable } from "../../session/operation/file-problem.ts";
import { saveAnswer, uploadOf } from "../../session/operation/files.ts";
import { parametersOf } from "../../session/operation/parameters.ts";
import type { OpenConnection } from "../../session/types.ts";
import type { Call, CallContent } from "./call.ts";
import { readJsonDraft } from "./json-draft.ts";
import { pairsOf } from "./value-question.ts";

/**
 * Sends a call; answers what the platform sent, or nothing where it went into a file. Rejects with a `PlatformError`, or with a
 * `FileProblem` for a file of this machine.
 */
export async function sendCall(
  { client }: OpenConnection,
  operation: Operation,
  call: Call,
  signal: AbortSignal,
): Promise<unknown> {
  const args = { ...valuesOf(operation, call), ...(await contentOf(operation, call.content)) };
  const answer = await client.raw(operation.name, args, { signal });
  if (call.destination === undefined) return answer;
  await saveAnswer(answer, call.destination, signal);
  return undefined;
}

/** Texts as they were typed do for every type but maps, which are several. */
function valuesOf(operation: Operation, { parameters }: Call): Readonly<Record<string, unknown>> {
  const maps = new Set(parametersOf(operation).flatMap(({ name, type }) => (type === "map" ? [name] : [])));
  const entries = Object.entries(parameters).map(([name, text]) => [
    name,
    maps.has(name) ? pairsOf(text) : text,
  ]);
  return Object.fromEntries(entries);
}

async function contentOf(
  { body }: Operation,
  content: CallContent | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  if (body === undefined || content === undefined) return {};
  const name = body.file?.name ?? body.name ?? "body";
  if (body.encoding === "json") return { [name]: readJsonDraft(await textOf(content)) };
  return { [name]: content.kind === "text" ? content.text : await uploadOf(content.path) };
}

async function textOf(content: CallContent): Promise<string> {
  if (content.kind === "text") return content.text;
  try {
    return (await readFile(content.path, "utf8")).replace(/^\ufeff/, "");
  } catch (error) {
    throw unreadable(error, content.path) ?? error;
  }
}

/** Whether an answer is bytes, which belong into a file. */
export function answersBytes({ answers }: Operation): boolean {
  return answers === "bytes" || answers === "stream";
}
