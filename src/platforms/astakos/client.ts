import type { Caller } from "../call.ts";
import { asFields, type Fields, kindOfValue } from "../read.ts";
import type { ConnectionSettings } from "../settings.ts";
import { type AstakosIdentity, astakosIdentity } from "./identity.ts";
import { type AstakosOperations, operations013, operations014 } from "./operations.ts";

/** What to translate. With a service's token, null stands for everybody. */
export interface CatalogRequest {
  readonly uuids?: readonly string[] | null;
  readonly displaynames?: readonly string[];
}

/** Both catalogs; what is not known is absent. */
export interface Catalogs {
  /** Display names by uuid. */
  readonly byUuid: ReadonlyMap<string, string>;
  /** uuids by display name, in the spelling that was asked for. */
  readonly byDisplayname: ReadonlyMap<string, string>;
  /** Entries that could not be read. */
  readonly unreadable: number;
}

type Options = { readonly signal?: AbortSignal | undefined };

const everybodyBytes = 512 * 1024 * 1024;

/** The operations of Astakos with typed answers. */
export class AstakosClient {
  readonly caller: Caller;
  readonly operations: AstakosOperations;
  readonly #isService: boolean;

  constructor(caller: Caller, settings: Pick<ConnectionSettings, "account" | "version">) {
    this.caller = caller;
    this.operations = settings.version === "0.14" ? operations014 : operations013;
    this.#isService = settings.account === "service";
  }

  /** Whose token it is; undefined where the server accepts it without a word (204). */
  async authenticate({ signal }: Options = {}): Promise<AstakosIdentity | undefined> {
    const answer = await this.caller.call(this.operations.authenticate, { signal });
    if (answer === undefined) return undefined;
    const fields = asFields(answer);
    if (fields === undefined) {
      throw this.caller.unexpected(this.operations.authenticate, `${kindOfValue(answer)} instead of a user`);
    }
    return astakosIdentity(fields);
  }

  /** Translates uuids and display names. The request is a read: it is safe to repeat. */
  async catalogs(request: CatalogRequest, { signal }: Options = {}): Promise<Catalogs> {
    const operation = this.#isService ? this.operations.service_user_catalogs : this.operations.user_catalogs;
    const body = {
      uuids: request.uuids === undefined ? [] : request.uuids,
      displaynames: request.displaynames ?? [],
    };
    const bound = request.uuids === null ? { maximumBytes: everybodyBytes } : {};
    const answer = await this.caller.call(operation, { body, signal, ...bound });
    const fields = asFields(answer);
    const byUuid = asFields(fields?.uuid_catalog);
    const byDisplayname = asFields(fields?.displayname_catalog);
    const wanted = [
      [body.uuids === null || body.uuids.length > 0, byUuid, "uuid_catalog"],
      [body.displaynames.length > 0, byDisplayname, "displayname_catalog"],
    ] as const;
    const missing = wanted.find(([asked, catalog]) => asked && catalog === undefined);
    if (missing !== undefined) {
      throw this.caller.unexpected(operation, fields ? `without a ${missing[2]}` : kindOfValue(answer));
    }
    return catalogsOf(byUuid ?? {}, byDisplayname ?? {});
  }
}

function catalogsOf(byUuid: Fields, byDisplayname: Fields): Catalogs {
  const readable = (catalog: Fields) =>
    Object.entries(catalog).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    );
  const names = readable(byUuid);
  const uuids = readable(byDisplayname);
  const total = Object.keys(byUuid).length + Object.keys(byDisplayname).length;
  return {
    byUuid: new Map(names),
    byDisplayname: new Map(uuids),
    unreadable: total - names.length - uuids.length,
  };
}
