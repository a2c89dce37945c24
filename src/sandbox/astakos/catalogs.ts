import {
  isObject,
  jsonReply,
  parseJson,
  type Reply,
  type SandboxRequest,
  textOf,
} from "../server/message.ts";
import type { AstakosUser } from "../world/records.ts";
import { crashReply, faultReply } from "./replies.ts";
import type { AstakosStore } from "./store.ts";

type Catalog = Record<string, string>;

/** What a list in the request asks for: everybody, or those named. */
type Asked = "everybody" | readonly string[];

/**
 * Answers `user_catalogs`. The two lists are independent of each other, and what is not known is left out.
 * For a service null asks for the whole user base; for a user it asks for nobody.
 */
export function catalogsReply(
  store: AstakosStore,
  request: SandboxRequest,
  caller: "user" | "service",
): Reply {
  const body = parseJson(textOf(request));
  if (body === undefined) return faultReply(400, "Request body should be json formatted.");
  if (!isObject(body)) return crashReply();
  const uuids = readList(body.uuids, caller);
  const displaynames = readList(body.displaynames, caller);
  if (uuids === undefined || displaynames === undefined) return crashReply();
  return jsonReply(200, {
    uuid_catalog: uuidCatalog(store, uuids),
    displayname_catalog: displaynameCatalog(store, displaynames),
  });
}

/** Undefined for a value that the server cannot go through. */
function readList(value: unknown, caller: "user" | "service"): Asked | undefined {
  if (value === undefined) return [];
  if (value === null) return caller === "service" ? "everybody" : [];
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" || typeof value === "object" ? [] : undefined;
}

function uuidCatalog(store: AstakosStore, asked: Asked): Catalog {
  const users = asked === "everybody" ? store.all() : found(asked, store.byUuid);
  return Object.fromEntries(users.map((user) => [user.uuid, user.displayname]));
}

/** The keys are spelt as the caller spelt them; two spellings of one name in a request are one key, the last. */
function displaynameCatalog(store: AstakosStore, asked: Asked): Catalog {
  if (asked === "everybody") {
    return Object.fromEntries(store.all().map((user) => [user.displayname, user.uuid]));
  }
  const spellings = new Map(asked.map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    [...spellings.values()].flatMap((name) =>
      found([name], store.byDisplayname).map(({ uuid }) => [name, uuid]),
    ),
  );
}

function found(keys: readonly string[], find: (key: string) => AstakosUser | undefined): AstakosUser[] {
  return keys.flatMap((key) => find(key) ?? []);
}
