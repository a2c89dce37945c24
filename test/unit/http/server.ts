import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** One request as a fake server received it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A fake server on this machine and all that it received. */
export interface FakeServer {
  readonly url: string;
  readonly received: Received[];
  /** Most requests that were being answered at the same time. */
  busiest(): number;
}

export type Handler = (response: ServerResponse, received: Received, number: number) => void | Promise<void>;

/** Starts a server that answers with the handler (`number` counts from 1) and ends with the test. Requests that break off are not received. */
export async function fakeServer(test: TestContext, handler: Handler): Promise<FakeServer> {
  const received: Received[] = [];
  let busy = 0;
  let busiest = 0;
  const server = createServer(async (request, response) => {
    busy += 1;
    busiest = Math.max(busiest, busy);
    response.on("close", () => {
      busy -= 1;
    });
    let body = "";
    try {
      for await (const piece of request) body += piece;
    } catch {
      return;
    }
    const entry = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
    await handler(response, entry, received.push(entry));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, busiest: () => busiest };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(value));
}
