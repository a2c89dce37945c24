import type { AgaveContext } from "../context.ts";
import { createPlaces, decodePart } from "./place.ts";
import type { FileStore } from "./store.ts";
import { joinPath } from "./tree.ts";

/** Gets the bytes that a URL leads to, on behalf of somebody. Rejects with an `Error` that says why not. */
export type FetchSource = (url: string, username: string) => Promise<Uint8Array>;

const here = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Makes the fetcher. It takes `agave://{system}/{path}`, and `http` from this machine: the sandbox reaches nothing else.
 */
export function createFetchSource(
  context: Pick<AgaveContext, "systems" | "isAdmin" | "signal">,
  store: FileStore,
): FetchSource {
  const places = createPlaces(context, store);

  function fromSystem(url: URL, username: string): Uint8Array {
    const system = context.systems.get(url.hostname);
    if (!system?.available) throw new Error(`there is no system ${url.hostname}`);
    const place = { system, tree: store.tree(system), path: joinPath("/", decodePart(url.pathname)) };
    if (!places.permission(place, username).read) throw new Error(`${url.href} may not be read`);
    const node = place.tree.get(place.path);
    if (node?.type !== "file") throw new Error(`there is no file at ${url.href}`);
    return node.bytes;
  }

  return async (text, username) => {
    if (!URL.canParse(text)) throw new Error(`${text} is not a URL`);
    const url = new URL(text);
    if (url.protocol === "agave:") return fromSystem(url, username);
    if (url.protocol !== "http:" || !here.has(url.hostname)) {
      throw new Error(`the sandbox gets files by http from this machine only, not from ${url.host}`);
    }
    const answer = await fetch(url, { redirect: "error", signal: context.signal });
    if (!answer.ok) throw new Error(`${url.host} answered ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}
