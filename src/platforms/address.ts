import { PlatformError } from "../http/error.ts";
import { parseBaseUrl, target } from "../http/url.ts";
import { argumentsFor } from "./client.ts";
import type { AnyClient } from "./open.ts";
import type { ConnectionSettings } from "./settings.ts";

/** An operation with its arguments, as `callNamed` takes them. */
export interface NamedCall {
  readonly operation: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What a call is made against: a connection that is open for its operations. */
export interface Addressed {
  readonly settings: ConnectionSettings;
  readonly client: AnyClient;
}

/** The whole URL that a call goes to, query included. Nothing is sent. Rejects with a `PlatformError` of kind `invalid`. */
export async function urlOf(
  { settings, client }: Addressed,
  { operation, args }: NamedCall,
): Promise<string> {
  const row = client.table[operation];
  if (row === undefined)
    throw new PlatformError({
      kind: "invalid",
      connection: settings.name,
      text: `there is no operation "${operation}"`,
    });
  const { path, query } = await client.caller.address(row, argumentsFor(row, args));
  const base = parseBaseUrl(settings.url, settings.name);
  return `${base.origin}${target(base, path, query)}`;
}
