import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens on this machine only. */
export interface Listening {
  readonly url: string;
  /** Ends the server and all its connections. */
  close(): Promise<void>;
}

const host = "127.0.0.1";

/**
 * Starts a server; without a port on a free one.
 * Rejects with an `Error` that says what to do where the port cannot be had.
 */
export function listen(label: string, listener: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new Error(portProblem(label, port, error), { cause: error }));
    });
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo;
      resolve({
        url: `http://${host}:${actual}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function portProblem(label: string, port: number, error: NodeJS.ErrnoException): string {
  const place = `The sandbox cannot serve ${label} on ${host}:${port}`;
  if (error.code === "EADDRINUSE") {
    return `${place}: the port is in use. Stop the program that uses it, choose another port, or leave the port out to use free ones.`;
  }
  return `${place}: ${error.message}. Choose another port, or leave the port out to use free ones.`;
}
