import { isObject, type Reply, reply, type SandboxRequest, textOf } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readContent } from "../content.ts";
import type { Execution } from "./records.ts";
import { abacoError, abacoReply, spell } from "./reply.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** A message as an actor gets it, and as the answer shows it. */
interface Message {
  readonly bytes: Uint8Array;
  readonly shown: unknown;
}

const notEnvironment = new Set(["message", "x-nonce", "_abaco_synchronous"]);

/** The operations on the mailbox of an actor. */
export function messageRoutes(tools: ActorTools): Route[] {
  const { context, store, runner, show } = tools;

  async function send({ request, actor, username }: ActorRequest): Promise<Reply> {
    const message = await readMessage(request);
    if ("fault" in message) return abacoError(message.fault);
    const { query, origin } = request;
    const environment = Object.fromEntries([...query].filter(([name]) => !notEnvironment.has(name)));
    const execution: Execution = {
      id: store.nextId(),
      actorId: actor.id,
      executor: username,
      workerId: null,
      status: "SUBMITTED",
      received: context.clock(),
      started: null,
      finished: null,
      message: message.bytes,
      environment: { ...environment, _abaco_actor_id: actor.id, _abaco_username: username },
      logs: "",
      results: [],
    };
    if (query.get("_abaco_synchronous") === "true") {
      const done = runner.complete(execution, actor);
      store.executions.put({ ...done, results: [] });
      return reply(200, "application/octet-stream", done.results[0] ?? "");
    }
    store.executions.put(execution);
    runner.execute(execution);
    return abacoReply(
      "The request was successful",
      spell(show.spelling, {
        execution_id: execution.id,
        msg: message.shown,
        _links: {
          self: `${origin}/actors/v2/${actor.id}/executions/${execution.id}`,
          owner: `${origin}/profiles/v2/${encodeURIComponent(actor.owner)}`,
          messages: `${origin}/actors/v2/${actor.id}/messages`,
        },
      }),
    );
  }

  const path = "/actors/v2/{actorId}/messages";
  return [
    {
      method: "GET",
      path,
      handle: onActor(tools, "READ", ({ request, actor }) => {
        const waiting = store.executions.of(actor.id).filter(({ status }) => status === "SUBMITTED");
        const _links = {
          self: `${request.origin}/actors/v2/${actor.id}/messages`,
          owner: `${request.origin}/profiles/v2/${encodeURIComponent(actor.owner)}`,
        };
        return abacoReply("The request was successful", { messages: waiting.length, _links });
      }),
    },
    { method: "POST", path, handle: onActor(tools, "EXECUTE", send) },
  ];
}

/** Reads a message: bytes, the value of `message` in JSON or a form, or else the whole JSON value. */
async function readMessage(request: SandboxRequest): Promise<Message | { readonly fault: string }> {
  if (/^application\/octet-stream\b/i.test(request.headers["content-type"] ?? "")) {
    return { bytes: request.body, shown: "binary - omitted" };
  }
  const inQuery = request.query.get("message");
  if (inQuery !== null && request.body.length === 0) return asMessage(inQuery);
  const content = await readContent(request);
  if ("fault" in content) {
    return /^text\/plain\b/i.test(request.headers["content-type"] ?? "") && request.body.length > 0
      ? asMessage(textOf(request))
      : { fault: `Invalid message: ${content.fault}` };
  }
  const { value } = content;
  return asMessage(isObject(value) && "message" in value ? value.message : value);
}

function asMessage(value: unknown): Message | { readonly fault: string } {
  if (value === null || value === "" || value === undefined) {
    return { fault: "Invalid message: the message is required." };
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { bytes: new TextEncoder().encode(text), shown: value };
}
