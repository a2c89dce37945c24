import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens on this machine only. */
interface Listening {
  readonly url: string;
  /** Ends the server and all its connections. */
  close(): Promise<void>;
}

/** Several servers, by name. */
export interface ListeningServers<Name extends string> {
  readonly urls: Readonly<Record<Name, string>>;
  close(): Promise<void>;
}

const host = "127.0.0.1";
const highestPort = 65_535;

/**
 * Starts one server for each listener: at `firstPort` and its offset, or on free ports where `firstPort` is 0.
 * Rejects with an `Error` that says what to do where a port cannot be had; none of the servers is left running then.
 */
export async function listenAll<Name extends string>(
  firstPort: number,
  offsets: Readonly<Record<Name, number>>,
  listeners: Readonly<Record<Name, RequestListener>>,
): Promise<ListeningServers<Name>> {
  const started: Listening[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.close()));
  };
  const urls = {} as Record<Name, string>;
  try {
    for (const name of Object.keys(listeners) as Name[]) {
      const server = await listen(name, listeners[name], firstPort === 0 ? 0 : firstPort + offsets[name]);
      started.push(server);
      urls[name] = server.url;
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { urls, close };
}

function listen(name: string, listener: RequestListener, port: number): Promise<Listening> {
  const problem = (reason: string, cause?: unknown): Error =>
    new Error(
      `The sandbox cannot serve ${name} on ${host}:${port}: ${reason}. Choose another port, or none to use free ones.`,
      { cause },
    );
  if (port < 0 || port > highestPort) return Promise.reject(problem(`ports end at ${highestPort}`));
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(problem(error.code === "EADDRINUSE" ? "the port is in use" : error.message, error));
    });
    server.listen(port, host, () => {
      resolve({
        url: `http://${host}:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
