import * as vscode from "vscode";
import type { Host } from "../../host.ts";

/** Whose token it is. */
export interface TokenOwner {
  readonly connection: string;
  readonly id: string;
}

const keptKey = "serviceUsers.kept";

/** Which service users have their tokens in the editor's secret storage. The tokens themselves are read only where they are wanted. */
export function keptTokens({ context }: Host): { has(owner: TokenOwner): boolean } {
  const kept = new Set(context.globalState.get<readonly string[]>(keptKey, []));
  return { has: (owner) => kept.has(secretKey(owner)) };
}

/**
 * Keeps a token. Rejects where the storage did not keep it: the token is then on the clipboard, as it is shown only once, and the error
 * says so.
 */
export async function keepToken({ context }: Host, owner: TokenOwner, token: string): Promise<void> {
  const key = secretKey(owner);
  try {
    await context.secrets.store(key, token);
    if ((await context.secrets.get(key)) !== token) throw new Error("it was not kept");
  } catch {
    await vscode.env.clipboard.writeText(token);
    throw new Error(
      "The editor's secret storage did not keep the token, so it was copied to the clipboard. It is not shown again.",
    );
  }
  await remember(context, [...without(context, key), key]);
}

/** The token that is kept for a service user. */
export async function keptToken({ context }: Host, owner: TokenOwner): Promise<string | undefined> {
  return context.secrets.get(secretKey(owner));
}

/** Removes the token that is kept for a service user, where there is one. */
export async function forgetToken({ context }: Host, owner: TokenOwner): Promise<void> {
  const key = secretKey(owner);
  await context.secrets.delete(key);
  await remember(context, without(context, key));
}

function without({ globalState }: vscode.ExtensionContext, key: string): readonly string[] {
  return globalState.get<readonly string[]>(keptKey, []).filter((each) => each !== key);
}

function remember({ globalState }: vscode.ExtensionContext, keys: readonly string[]): Thenable<void> {
  return globalState.update(keptKey, keys);
}

/** Ids are uuids, so that the same one never means somebody else, whatever a connection is called or where it leads. */
function secretKey({ connection, id }: TokenOwner): string {
  return `serviceUser/${connection}/${id}`;
}
