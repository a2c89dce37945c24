import type { RequestListener, ServerResponse } from "node:http";
import type { FaultLayer } from "../faults/layer.ts";
import { readBytes } from "./body.ts";
import type { RequestLog } from "./log.ts";
import { type Reply, type SandboxRequest, textOf } from "./message.ts";
import type { Platform } from "./platform.ts";

interface Surroundings {
  readonly log: RequestLog;
  readonly faults: FaultLayer;
  /** Aborts when the sandbox closes. */
  readonly signal: AbortSignal;
}

/** Serves a platform: every request is logged, meets the faults, is answered, and the answer meets the faults. */
export function servePlatform(platform: Platform, { log, faults, signal }: Surroundings): RequestListener {
  return async (incoming, outgoing) => {
    const { method = "GET", url = "/" } = incoming;
    const entry = log.open({ platform: platform.name, method, path: url });
    const [path = "/", query = ""] = splitAtQuery(url);
    const met = faults.meet({ platform: platform.name, method, path });
    try {
      const body = await readBytes(incoming);
      const request: SandboxRequest = {
        method,
        path,
        query: new URLSearchParams(query),
        headers: incoming.headers,
        body,
        origin: `http://${incoming.headers.host ?? "127.0.0.1"}`,
        bendPage: met.bendPage,
      };
      entry.setBody(textOf(request));
      const context = { platform, request, signal };
      const early = await met.before(context);
      const answer = early ?? met.after(context, await answerSafely(platform, request));
      if (answer === "drop") return void incoming.socket.destroy();
      entry.setStatus(answer.status);
      send(outgoing, answer);
    } catch {
      incoming.socket.destroy();
    }
  };
}

async function answerSafely(platform: Platform, request: SandboxRequest): Promise<Reply> {
  try {
    return await platform.answer(request);
  } catch (error) {
    console.error(`The sandbox failed at ${platform.name} ${request.method} ${request.path}:`, error);
    return platform.refuse(500, request);
  }
}

function splitAtQuery(url: string): [string, string] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
}

function send(outgoing: ServerResponse, { status, headers, body }: Reply): void {
  outgoing.writeHead(status, {
    ...headers,
    ...(status === 204 ? {} : { "content-length": Buffer.byteLength(body) }),
  });
  outgoing.end(body);
}
