import type { Operation, OperationBody } from "../../platforms/operation.ts";
import type { Host } from "../host.ts";
import type { CallContent } from "./call.ts";
import { jsonDraft, jsonDraftProblem } from "./json-draft.ts";

/** Whether a call can carry a content beside its parameters: a body of one value, or a file. It begins as what is there already. */
export function takesContent(body: OperationBody | undefined): body is OperationBody {
  return (
    body !== undefined && (body.encoding === "json" || body.encoding === "bytes" || body.file !== undefined)
  );
}

/** Whether it has to. */
export function needsContent(body: OperationBody | undefined): boolean {
  if (!takesContent(body)) return false;
  return body.file === undefined ? body.required : body.file.required;
}

/** Asks for what a call carries: written in an editor with the row's example in it, typed, or a file. It begins as what is there already. */
export async function askContent(
  host: Host,
  operation: Operation,
  title: string,
  present?: CallContent,
): Promise<CallContent | undefined> {
  const { body } = operation;
  const written = present?.kind === "text" ? present.text : undefined;
  if (!takesContent(body)) return undefined;
  if (body.file !== undefined) return askFile(host, title, body.file.name);
  const isJson = body.encoding === "json";
  const answer = await host.ask.pick({
    id: "content",
    title,
    placeholder: `${body.type}: what is sent`,
    choices: [
      isJson
        ? { id: "text", label: "Write it in an editor", detail: "As JSON, from an example", icon: "edit" }
        : { id: "text", label: "Type a text", icon: "edit" },
      { id: "file", label: "Take it from a file…", icon: "file" },
    ],
  });
  if (answer === "file") return askFile(host, title, body.name ?? "body");
  if (answer !== "text") return undefined;
  const text = isJson
    ? await askJson(host, operation, title, written)
    : await askText(host, body, title, written);
  return text === undefined ? undefined : { kind: "text", text };
}

async function askFile(host: Host, title: string, name: string): Promise<CallContent | undefined> {
  const path = await host.ask.file({ id: name, title, purpose: "read", action: "Send This File" });
  return path === undefined ? undefined : { kind: "file", path };
}

function askJson(
  host: Host,
  operation: Operation,
  title: string,
  written = jsonDraft(operation),
): Promise<string | undefined> {
  return host.ask.draft({
    id: "body",
    title,
    name: `${operation.name}.jsonc`,
    text: written,
    action: `Send ${operation.name}…`,
    validate: jsonDraftProblem,
  });
}

async function askText(
  host: Host,
  { name, type }: OperationBody,
  title: string,
  value = "",
): Promise<string | undefined> {
  const answer = await host.ask.input({
    id: name ?? "body",
    title,
    prompt: `${type}: the text to send`,
    value,
  });
  return typeof answer === "string" ? answer : undefined;
}
