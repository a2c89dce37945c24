import type { RequestListener } from "node:http";
import { faultKinds } from "../faults/kinds.ts";
import { FaultError } from "../faults/spec.ts";
import { isObject, jsonReply, parseJson, type Reply } from "../server/message.ts";

/** What the control server gives access to. */
export interface Controlled {
  log(): unknown;
  clearLog(): void;
  state(): unknown;
  truth(): unknown;
  advance(): void;
  /** Throws `FaultError`. */
  setFaults(faults: unknown): void;
  faults(): unknown;
}

type Operation = (sandbox: Controlled, body: string) => Reply;

const operations: Readonly<Record<string, Operation>> = {
  "GET /log": (sandbox) => jsonReply(200, sandbox.log()),
  "DELETE /log"(sandbox) {
    sandbox.clearLog();
    return jsonReply(200, []);
  },
  "GET /state": (sandbox) => jsonReply(200, sandbox.state()),
  "GET /truth": (sandbox) => jsonReply(200, sandbox.truth()),
  "POST /advance"(sandbox) {
    sandbox.advance();
    return jsonReply(200, { at: "now" });
  },
  "GET /faults": (sandbox) => jsonReply(200, { faults: sandbox.faults() }),
  "POST /faults": setFaults,
};

/** Serves the control of a sandbox. What is done here is in no log. */
export function serveControl(sandbox: Controlled): RequestListener {
  return async (incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const [path = ""] = (incoming.url ?? "").split("?");
    const name = `${incoming.method} ${path}`;
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    const { status, headers, body } =
      operation?.(sandbox, Buffer.concat(chunks).toString("utf8")) ?? unknownOperation(name);
    outgoing.writeHead(status, headers).end(body);
  };
}

function setFaults(sandbox: Controlled, text: string): Reply {
  const body = parseJson(text);
  try {
    if (!isObject(body)) throw new FaultError('The body is a JSON object: {"faults": [...]}.');
    const { faults, ...others } = body;
    const [other] = Object.keys(others);
    if (other !== undefined) throw new FaultError(`The body has no field ${other}: faults.`);
    sandbox.setFaults(faults);
    return jsonReply(200, { faults: sandbox.faults() });
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return jsonReply(400, { error: { message: error.message }, kinds: Object.keys(faultKinds) });
  }
}

function unknownOperation(name: string): Reply {
  const message = `The control has no ${name}: ${Object.keys(operations).join(", ")}.`;
  return jsonReply(404, { error: { message } });
}
