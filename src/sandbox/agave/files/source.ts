import type { AgaveContext } from "../context.ts";
import { createPlaces, decodePart } from "./place.ts";
import { type FileStore, readAgaveUrl, resolvePath } from "./store.ts";

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

  function fromSystem(id: string, path: string, username: string): Uint8Array {
    const system = context.systems.get(id);
    if (!system?.available) throw new Error(`there is no system ${id}`);
    const place = { system, tree: store.tree(system), path: resolvePath(system, decodePart(path)) };
    if (!places.permission(place, username).read) throw new Error(`${place.path} on ${id} may not be read`);
    const node = place.tree.get(place.path);
    if (node?.type !== "file") throw new Error(`there is no file ${place.path} on ${id}`);
    return node.bytes;
  }

  return async (text, username) => {
    const onSystem = readAgaveUrl(text);
    if (onSystem !== undefined) return fromSystem(onSystem.id, onSystem.path, username);
    if (!URL.canParse(text)) throw new Error(`${text} is not a URL`);
    const url = new URL(text);
    if (url.protocol !== "http:" || !here.has(url.hostname)) {
      throw new Error(`the sandbox gets files by http from this machine only, not from ${url.host}`);
    }
    const answer = await fetch(url, { redirect: "error", signal: context.signal });
    if (!answer.ok) throw new Error(`${url.host} answered ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}
