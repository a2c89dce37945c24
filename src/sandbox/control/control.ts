import type { IncomingMessage, RequestListener } from "node:http";
import { faultKinds } from "../faults/kinds.ts";
import type { FaultLayer } from "../faults/layer.ts";
import { FaultError } from "../faults/spec.ts";
import { readBytes } from "../server/body.ts";
import type { RequestLog } from "../server/log.ts";
import { isObject, jsonReply, parseJson, type Reply } from "../server/message.ts";

/** What the control server gives access to. */
export interface Controlled {
  readonly log: RequestLog;
  readonly faults: FaultLayer;
  /** Throws `FaultError`. */
  setFaults(faults: unknown): void;
  state(): unknown;
  truth(): unknown;
  advance(): void;
}

type Operation = (sandbox: Controlled, body: string) => Reply;

const operations: Readonly<Record<string, Operation>> = {
  "GET /log": ({ log }) => jsonReply(200, log.entries()),
  "DELETE /log"({ log }) {
    log.clear();
    return jsonReply(200, log.entries());
  },
  "GET /state": (sandbox) => jsonReply(200, sandbox.state()),
  "GET /truth": (sandbox) => jsonReply(200, sandbox.truth()),
  "POST /advance"(sandbox) {
    sandbox.advance();
    return jsonReply(200, { at: "now" });
  },
  "GET /faults": ({ faults }) => jsonReply(200, { faults: faults.get() }),
  "POST /faults": setFaults,
};

/** Serves the control of a sandbox. What is done here is in no log. */
export function serveControl(sandbox: Controlled): RequestListener {
  return async (incoming, outgoing) => {
    const { status, headers, body } = await answer(sandbox, incoming);
    outgoing.writeHead(status, headers).end(body);
  };
}

async function answer(sandbox: Controlled, incoming: IncomingMessage): Promise<Reply> {
  const [path = ""] = (incoming.url ?? "").split("?");
  const name = `${incoming.method} ${path}`;
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  try {
    if (operation) return operation(sandbox, new TextDecoder().decode(await readBytes(incoming)));
    const message = `The control has no ${name}: ${Object.keys(operations).join(", ")}.`;
    return jsonReply(404, { error: { message } });
  } catch (error) {
    return jsonReply(500, { error: { message: `The sandbox failed: ${error}` } });
  }
}

function setFaults(sandbox: Controlled, text: string): Reply {
  const body = parseJson(text);
  try {
    if (!isObject(body)) throw new FaultError('The body is a JSON object: {"faults": [...]}.');
    const { faults, ...others } = body;
    const [other] = Object.keys(others);
    if (other !== undefined) throw new FaultError(`The body has no field ${other}: faults.`);
    sandbox.setFaults(faults);
    return jsonReply(200, { faults: sandbox.faults.get() });
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return jsonReply(400, { error: { message: error.message }, kinds: Object.keys(faultKinds) });
  }
}
