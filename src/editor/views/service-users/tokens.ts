import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { originOfConnection } from "../../secrets/origin.ts";
import { originOf, placeOfText, placeText, type SignInPlace } from "../../secrets/place.ts";

/** Whose token it is. */
export interface TokenOwner {
  readonly connection: string;
  readonly id: string;
}

const keptKey = "serviceUsers.kept";

/** Which service users have their tokens in the editor's secret storage. The tokens themselves are read only where they are wanted. */
export async function keptTokens(host: Host): Promise<{ has(owner: TokenOwner): boolean }> {
  const state = await host.configuration.state();
  const connections = "configuration" in state ? Object.values(state.configuration.connections) : [];
  const origins = new Map(connections.map(({ name, url }) => [name, originOf(url)]));
  const kept = new Set(all(host));
  return {
    has({ connection, id }) {
      const origin = origins.get(connection);
      return origin !== undefined && kept.has(secretKey({ connection, origin }, id));
    },
  };
}

/** How many tokens are kept for a connection: at one origin, or at whatever origin without it. */
export function countTokensOf(host: Host, connection: string, origin?: string): number {
  return keysOf(host, connection, origin).length;
}

/**
 * Keeps a token. Rejects where the storage did not keep it: the token is then on the clipboard, as it is shown only once, and the error
 * says so.
 */
export async function keepToken(host: Host, owner: TokenOwner, token: string): Promise<void> {
  const key = await keyOf(host, owner);
  const { secrets } = host.context;
  try {
    if (key === undefined) throw new Error("the connection is not configured any more");
    await secrets.store(key, token);
    if ((await secrets.get(key)) !== token) throw new Error("it was not kept");
    await remember(host, [...all(host).filter((each) => each !== key), key]);
  } catch {
    await vscode.env.clipboard.writeText(token);
    throw new Error(
      "The editor's secret storage did not keep the token, so it was copied to the clipboard. It is not shown again.",
    );
  }
}

/** The token that is kept for a service user. */
export async function keptToken(host: Host, owner: TokenOwner): Promise<string | undefined> {
  const key = await keyOf(host, owner);
  return key === undefined ? undefined : host.context.secrets.get(key);
}

/** Removes the token that is kept for a service user, where there is one. */
export async function forgetToken(host: Host, owner: TokenOwner): Promise<void> {
  const key = await keyOf(host, owner);
  if (key !== undefined) await forget(host, [key]);
}

/** Removes every token that is kept for a connection: at one origin, or at whatever origin without it. */
export async function forgetTokensOf(host: Host, connection: string, origin?: string): Promise<void> {
  await forget(host, keysOf(host, connection, origin));
}

async function forget(host: Host, keys: readonly string[]): Promise<void> {
  for (const key of keys) await host.context.secrets.delete(key);
  await remember(
    host,
    all(host).filter((key) => !keys.includes(key)),
  );
}

function all({ context }: Host): readonly string[] {
  return context.globalState.get<readonly string[]>(keptKey, []);
}

function remember({ context }: Host, keys: readonly string[]): Thenable<void> {
  return context.globalState.update(keptKey, keys);
}

function keysOf(host: Host, connection: string, origin?: string): readonly string[] {
  return all(host).filter((key) => {
    const place = placeOfKey(key);
    return place?.connection === connection && (origin === undefined || place.origin === origin);
  });
}

/** Undefined where the connection is not configured any more. */
async function keyOf(host: Host, { connection, id }: TokenOwner): Promise<string | undefined> {
  const origin = await originOfConnection(host, connection);
  return origin === undefined ? undefined : secretKey({ connection, origin }, id);
}

function secretKey(place: SignInPlace, id: string): string {
  return `serviceUser/${placeText(place)}/${id}`;
}

function placeOfKey(key: string): SignInPlace | undefined {
  return placeOfText(/^serviceUser\/(.+)\/[^/]+$/.exec(key)?.[1] ?? "");
}
