import { jsonDraftProblem, readJsonDraft } from "../../calls/json-draft.ts";
import { pairsOf, valueProblem } from "../../calls/value-question.ts";
import type { Host } from "../../host.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseActor } from "../../views/actors/choose.ts";
import type { ActorPlace } from "../../views/actors/executions.ts";
import { followExecution } from "../../views/actors/follow.ts";
import { showSection } from "../../views/actors/show.ts";

const title = "Send Message";

/** What is sent, and how a person is told of it. */
interface Message {
  readonly operation: "actors.sendMessage" | "actors.sendBinaryMessage";
  readonly args: Readonly<Record<string, unknown>>;
  readonly shown: string;
}

/** Asks for a message and an environment, sends it after one question, and follows the execution that it causes. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const place = await chooseActor(host, given, title);
  if (place === undefined) return;
  const message = await askMessage(host, place);
  if (message === undefined) return;
  const environment = await askEnvironment(host);
  if (environment === undefined) return;
  const { connection, actor, name } = place;
  const approved = await allows(host, connection, {
    id: "send",
    message: `Send this message to ${name} of ${connection}?`,
    detail: [message.shown, ...(environment === "" ? [] : [`environment: ${environment}`])].join("\n"),
    action: "Send",
  });
  if (!approved) return;
  const { client } = await openConnection(host.sessions, connection);
  const args = {
    actorId: actor,
    ...message.args,
    ...(environment === "" ? {} : { environment: pairsOf(environment) }),
  };
  try {
    const answer = (await withProgress(`sending a message to ${name}`, ({ signal }) =>
      client.callNamed(message.operation, args, { signal }),
    )) as { readonly executionId?: string };
    if (answer.executionId !== undefined) followExecution(host, place, answer.executionId);
  } finally {
    await showSection(host, place, "executions");
    await showSection(host, place, "messages");
  }
}

async function askMessage(host: Host, { name }: ActorPlace): Promise<Message | undefined> {
  const way = await host.ask.pick({
    id: "way",
    title,
    placeholder: `What is sent to ${name}?`,
    choices: [
      { id: "text", label: "A text", icon: "edit" },
      { id: "json", label: "JSON, written in an editor", icon: "json" },
      { id: "file", label: "A file, as it is…", icon: "file" },
    ],
  });
  if (way === "text") return askText(host);
  if (way === "json") return askJson(host);
  return way === "file" ? askFile(host) : undefined;
}

async function askText(host: Host): Promise<Message | undefined> {
  const text = await host.ask.input({ id: "text", title, prompt: "The message" });
  if (text === undefined || text === back) return undefined;
  return { operation: "actors.sendMessage", args: { body: { message: text } }, shown: text };
}

async function askJson(host: Host): Promise<Message | undefined> {
  const text = await host.ask.draft({
    id: "message",
    title,
    name: "message.jsonc",
    text: "// The message. Comments are not sent.\n{}\n",
    action: "Send…",
    validate: jsonDraftProblem,
  });
  if (text === undefined) return undefined;
  const message = readJsonDraft(text);
  return {
    operation: "actors.sendMessage",
    args: { body: { message } },
    shown: JSON.stringify(message, null, 2),
  };
}

async function askFile(host: Host): Promise<Message | undefined> {
  const path = await host.ask.file({ id: "file", title, purpose: "read", action: "Send This File" });
  if (path === undefined) return undefined;
  const { uploadOf } = await import("../../../session/operation/files.ts");
  return { operation: "actors.sendBinaryMessage", args: { message: await uploadOf(path) }, shown: path };
}

async function askEnvironment(host: Host): Promise<string | undefined> {
  const answer = await host.ask.input({
    id: "environment",
    title,
    prompt: "Environment for this execution as NAME=value, several joined by &; empty for none",
    validate: (text) => valueProblem({ name: "environment", type: "map", help: "" }, text),
  });
  return answer === back ? undefined : answer;
}
