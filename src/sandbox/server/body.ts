import type { IncomingMessage } from "node:http";

/** The whole body of a request. Rejects where the client goes away before its end. */
export async function readBytes(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}
