import { PlatformError } from "../../http/error.ts";
import type { Account } from "../../identity/account.ts";
import type {
  AccountPage,
  AttributeSet,
  DirectoryAbilities,
  Lookup,
  PageRequest,
  Reading,
  ReadOptions,
  WritableDirectory,
} from "../../identity/directory.ts";
import { distinct, lookUpEach, sameFolded, spellings } from "../lookups.ts";
import { asFields, asText, kindOfValue } from "../read.ts";
import type { ConnectionSettings } from "../settings.ts";
import { scimAccount } from "./account.ts";
import type { ScimClient, ScimPage } from "./client.ts";
import { enumerate } from "./enumerate.ts";
import type { ScimProfile } from "./profile.ts";
import { SearchPlanner, searchPage } from "./search.ts";
import { newUser, patchOf } from "./write.ts";

type Options = { readonly signal?: AbortSignal };

const defaultConcurrency = 8;

/** A SCIM 2.0 server as a directory. */
export class ScimDirectory implements WritableDirectory {
  readonly connection: string;
  readonly platformName: string;
  readonly baseUrl: string;
  readonly abilities: DirectoryAbilities;
  readonly #client: ScimClient;
  readonly #profile: ScimProfile;
  readonly #pageSize: number;
  readonly #concurrency: number;
  readonly #planner: SearchPlanner;

  constructor(client: ScimClient, profile: ScimProfile, settings: ConnectionSettings) {
    this.connection = settings.name;
    this.platformName = profile.platformName;
    this.baseUrl = settings.url;
    this.abilities = {
      enumerates: profile.hidesInactive ? "active" : "all",
      lookupKeys: ["id", "userName", "email"],
      updates: profile.editable,
      clears: profile.clearable,
      creates: true,
      deactivates: true,
    };
    this.#client = client;
    this.#profile = profile;
    this.#pageSize = settings.pageSize ?? profile.pageSize;
    this.#concurrency = settings.concurrency ?? defaultConcurrency;
    this.#planner = new SearchPlanner(client, profile);
  }

  async enumerate({ signal, onProgress }: ReadOptions = {}): Promise<Reading> {
    const { resources, complete, notes } = await enumerate({
      page: (startIndex, count, inner) => this.#list(startIndex, count, inner),
      idOf: (resource) => asText(asFields(resource)?.id),
      pageSize: this.#pageSize,
      concurrency: this.#concurrency,
      signal,
      onProgress,
    });
    const accounts = resources
      .map((resource) => this.#account(resource))
      .filter((account) => account !== undefined);
    return { connection: this.connection, accounts, complete, notes };
  }

  lookUp(keys: Lookup, { signal, onProgress }: ReadOptions = {}): Promise<Reading> {
    const byId = async (id: string, inner: AbortSignal) => {
      const account = await this.get(id, { signal: inner });
      return account === undefined ? [] : [account];
    };
    const questions = [
      ...distinct(keys.id).map((id) => ({ key: id, ask: (inner: AbortSignal) => byId(id, inner) })),
      ...distinct(keys.userName).map((name) => ({
        key: name,
        ask: (inner: AbortSignal) =>
          this.#find(
            name,
            (value) => `userName eq ${value}`,
            (account) => [account.userName],
            inner,
          ),
      })),
      ...distinct(keys.email).map((email) => ({
        key: email,
        ask: (inner: AbortSignal) =>
          this.#find(email, this.#profile.emailFilter, (account) => account.emails, inner),
      })),
    ];
    return lookUpEach(this.connection, questions, this.#concurrency, signal, onProgress);
  }

  async page(request: PageRequest = {}): Promise<AccountPage> {
    const { signal } = request;
    const search = await this.#planner.plan(request.filter, signal).catch((error: unknown) => {
      if (error instanceof PlatformError || !(error instanceof Error)) throw error;
      throw this.#client.caller.invalid(`the filter cannot be applied: ${error.message}`);
    });
    return searchPage({
      page: (startIndex, count) => this.#client.list({ filter: search.filter, startIndex, count, signal }),
      account: (resource) => this.#account(resource),
      startIndex: Math.max(1, request.startIndex ?? 1),
      count: Math.max(1, request.count ?? this.#pageSize),
      matches: search.matches,
      pageSize: this.#pageSize,
    });
  }

  async get(id: string, options: Options = {}): Promise<Account | undefined> {
    try {
      return this.#stored(await this.#client.get(id, options), this.#client.operations.get);
    } catch (error) {
      if (error instanceof PlatformError && error.kind === "notFound" && error.fromPlatform) return undefined;
      throw error;
    }
  }

  async create(set: AttributeSet, options: Options = {}): Promise<Account> {
    return this.#stored(await this.#client.create(newUser(set), options), this.#client.operations.create);
  }

  async update(id: string, set: AttributeSet, options: Options = {}): Promise<Account> {
    const foreign = Object.keys(set).find((name) => !this.#profile.editable.includes(name));
    if (foreign !== undefined || Object.keys(set).length === 0) {
      const text = foreign === undefined ? "nothing to change was given" : `${foreign} cannot be changed`;
      const editable = this.#profile.editable.join(", ");
      throw this.#client.caller.invalid(text, `${this.platformName} lets these be changed: ${editable}.`);
    }
    const answer = await this.#client.patch(id, patchOf(set), options);
    if (answer !== undefined) return this.#stored(answer, this.#client.operations.patch);
    return (await this.get(id, options)) ?? this.#unseen(id, set);
  }

  async deactivate(id: string, options: Options = {}): Promise<void> {
    if (this.#profile.deactivation === "delete") await this.#client.remove(id, options);
    else await this.#client.patch(id, patchOf({ active: false }), options);
  }

  close(): Promise<void> {
    return this.#client.caller.close();
  }

  /** Past the end of the list, a server may refuse the index instead of answering an empty page. */
  async #list(startIndex: number, count: number, signal: AbortSignal | undefined): Promise<ScimPage> {
    try {
      return await this.#client.list({ startIndex, count, signal });
    } catch (error) {
      if (
        startIndex > 1 &&
        error instanceof PlatformError &&
        error.kind === "invalid" &&
        error.fromPlatform
      ) {
        return { resources: [] };
      }
      throw error;
    }
  }

  async #find(
    key: string,
    filterOf: (value: string) => string,
    namesOf: (account: Account) => readonly (string | undefined)[],
    signal: AbortSignal,
  ): Promise<Account[]> {
    const found: Account[] = [];
    for (const spelling of spellings(key)) {
      const filter = filterOf(JSON.stringify(spelling));
      const { resources } = await this.#client.list({ filter, startIndex: 1, count: this.#pageSize, signal });
      for (const resource of resources) {
        const account = this.#account(resource);
        if (account && namesOf(account).some((name) => sameFolded(name, key))) found.push(account);
      }
    }
    return found;
  }

  #account(resource: unknown): Account | undefined {
    return scimAccount(this.connection, resource);
  }

  #stored(answer: unknown, operation: Parameters<ScimClient["caller"]["unexpected"]>[0]): Account {
    const account = this.#account(answer);
    if (account === undefined) {
      throw this.#client.caller.unexpected(operation, `${kindOfValue(answer)} instead of a user with an id`);
    }
    return account;
  }

  /** A user that was changed but is hidden, from a server that does not answer what it stored. */
  #unseen(id: string, set: AttributeSet): Account {
    return { connection: this.connection, id, emails: [], active: false, attributes: { id, ...set } };
  }
}
