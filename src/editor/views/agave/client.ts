import type { PlatformClients } from "../../../platforms/open.ts";
import type { Host } from "../../host.ts";
import type { Page } from "../../lists/paged-lists.ts";
import { type Opened, openConnection } from "../../resources/open.ts";

/** The client of a connection to Agave. */
export async function agaveClient(host: Host, connection: string): Promise<PlatformClients["agave"]> {
  return agave(await openConnection(host.sessions, connection));
}

/** The client of an open connection to Agave. */
export function agave({ client }: Opened): PlatformClients["agave"] {
  return client as unknown as PlatformClients["agave"];
}

/** What the server gives at most in one page unless it is told, and the most that it gives whatever it is told. */
const usualPage = 100;

/**
 * One page of a list of Agave, whose answers carry no total and no next page: a page goes on where it is as long as the server
 * gives at most, which may be less than was asked for.
 */
export function pageOf<Item>(items: readonly Item[], offset: number, limit: number): Page<Item> {
  const isLast = items.length < Math.min(limit, usualPage);
  if (isLast) return { items, total: offset + items.length };
  return { items, next: offset + items.length };
}
