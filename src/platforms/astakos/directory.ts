import { compileFilter } from "../../filter/compile.ts";
import type { Account } from "../../identity/account.ts";
import type {
  AccountPage,
  Directory,
  DirectoryAbilities,
  Lookup,
  PageRequest,
  Reading,
  ReadOptions,
} from "../../identity/directory.ts";
import { distinct, spellings } from "../lookups.ts";
import { batches, mapBounded } from "../many.ts";
import type { ConnectionSettings } from "../settings.ts";
import type { AstakosClient } from "./client.ts";
import { astakosAccount } from "./identity.ts";

type Options = { readonly signal?: AbortSignal };

const batchSize = 500;
const defaultPageSize = 200;
const defaultConcurrency = 4;

/** Astakos as a directory. A service's token shows everybody; a user's token translates only what it is asked. */
export class AstakosDirectory implements Directory {
  readonly connection: string;
  readonly platformName = "Astakos";
  readonly baseUrl: string;
  readonly abilities: DirectoryAbilities;
  readonly #client: AstakosClient;
  readonly #pageSize: number;
  readonly #concurrency: number;
  #lastRead: readonly Account[] | undefined;

  constructor(client: AstakosClient, settings: ConnectionSettings) {
    this.connection = settings.name;
    this.baseUrl = settings.url;
    this.abilities = {
      enumerates: settings.account === "service" ? "all" : "none",
      lookupKeys: ["id", "userName", "email"],
      updates: [],
      creates: false,
      deactivates: false,
    };
    this.#client = client;
    this.#pageSize = settings.pageSize ?? defaultPageSize;
    this.#concurrency = settings.concurrency ?? defaultConcurrency;
  }

  async enumerate({ signal, onProgress }: ReadOptions = {}): Promise<Reading> {
    this.#needsServiceToken();
    const { byUuid, unreadable } = await this.#client.catalogs({ uuids: null }, { signal });
    const accounts = [...byUuid].map(([uuid, name]) => astakosAccount(this.connection, uuid, name));
    this.#lastRead = accounts;
    onProgress?.(accounts.length, accounts.length + unreadable);
    return { connection: this.connection, accounts, complete: unreadable === 0, notes: notesOn(unreadable) };
  }

  async lookUp(keys: Lookup, { signal, onProgress }: ReadOptions = {}): Promise<Reading> {
    const asked = [...distinct(keys.userName), ...distinct(keys.email)].flatMap(spellings);
    const byName = await this.#inBatches(distinct(asked), signal, (displaynames, inner) =>
      this.#client.catalogs({ displaynames }, { signal: inner }),
    );
    const found = byName.flatMap(({ byDisplayname }) => [...byDisplayname.values()]);
    // The catalog by display name repeats the asker's spelling; the one by uuid has the stored name.
    const uuids = distinct([...(keys.id ?? []), ...found]);
    const byUuid = await this.#inBatches(uuids, signal, (batch, inner) =>
      this.#client.catalogs({ uuids: batch }, { signal: inner }),
    );
    const accounts = byUuid.flatMap((catalogs) =>
      [...catalogs.byUuid].map(([uuid, name]) => astakosAccount(this.connection, uuid, name)),
    );
    const unreadable = [...byName, ...byUuid].reduce((sum, catalogs) => sum + catalogs.unreadable, 0);
    onProgress?.(accounts.length);
    return { connection: this.connection, accounts, complete: unreadable === 0, notes: notesOn(unreadable) };
  }

  /** The first page reads everybody anew; the following ones turn the pages of that reading. */
  async page({
    startIndex = 1,
    count = this.#pageSize,
    filter,
    signal,
  }: PageRequest = {}): Promise<AccountPage> {
    const start = Math.max(1, startIndex);
    const everybody = start === 1 ? undefined : this.#lastRead;
    const accounts = everybody ?? (await this.enumerate(signal ? { signal } : {})).accounts;
    const matches = filter === undefined ? undefined : this.#compile(filter);
    const matching = matches ? accounts.filter((account) => matches(account.attributes)) : accounts;
    const next = start + count;
    return {
      accounts: matching.slice(start - 1, next - 1),
      ...(matches ? {} : { total: accounts.length }),
      ...(next <= matching.length ? { next } : {}),
    };
  }

  async get(id: string, { signal }: Options = {}): Promise<Account | undefined> {
    const { byUuid } = await this.#client.catalogs({ uuids: [id] }, { signal });
    const name = byUuid.get(id);
    return name === undefined ? undefined : astakosAccount(this.connection, id, name);
  }

  close(): Promise<void> {
    return this.#client.caller.close();
  }

  #inBatches<Result>(
    keys: readonly string[],
    signal: AbortSignal | undefined,
    ask: (batch: readonly string[], signal: AbortSignal) => Promise<Result>,
  ): Promise<Result[]> {
    return mapBounded(batches(keys, batchSize), this.#concurrency, signal, ask);
  }

  #compile(filter: NonNullable<PageRequest["filter"]>): (resource: unknown) => boolean {
    try {
      return compileFilter(filter);
    } catch (error) {
      throw this.#client.caller.invalid(`the filter cannot be applied: ${(error as Error).message}`);
    }
  }

  #needsServiceToken(): void {
    if (this.abilities.enumerates !== "none") return;
    throw this.#client.caller.invalid(
      "a user's token cannot list all accounts of Astakos, only translate those it is asked for",
      `Set "account": "service" for ${this.connection} and sign in with a service's token, or look accounts up by key.`,
    );
  }
}

function notesOn(unreadable: number): readonly string[] {
  if (unreadable === 0) return [];
  return [`${unreadable} ${unreadable === 1 ? "entry" : "entries"} could not be read and were left out.`];
}
