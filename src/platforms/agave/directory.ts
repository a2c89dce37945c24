import { PlatformError } from "../../http/error.ts";
import type { Account } from "../../identity/account.ts";
import type {
  AccountPage,
  Directory,
  DirectoryAbilities,
  Lookup,
  Reading,
  ReadOptions,
} from "../../identity/directory.ts";
import { distinct, lookUpEach, sameFolded } from "../lookups.ts";
import type { ConnectionSettings } from "../settings.ts";
import type { AgaveClient } from "./client.ts";
import { agaveAccount } from "./profile.ts";

type Options = { readonly signal?: AbortSignal };

const defaultConcurrency = 8;

/** Agave's profiles as a directory: nobody can be listed, everybody can be looked up by user name or e-mail. */
export class AgaveDirectory implements Directory {
  readonly connection: string;
  readonly platformName = "Agave";
  readonly baseUrl: string;
  readonly abilities: DirectoryAbilities = {
    enumerates: "none",
    lookupKeys: ["id", "userName", "email"],
    updates: [],
    creates: false,
    deactivates: false,
  };
  readonly #client: AgaveClient;
  readonly #concurrency: number;

  constructor(client: AgaveClient, settings: ConnectionSettings) {
    this.connection = settings.name;
    this.baseUrl = settings.url;
    this.#client = client;
    this.#concurrency = settings.concurrency ?? defaultConcurrency;
  }

  async enumerate(): Promise<Reading> {
    throw this.#cannotList();
  }

  async page(): Promise<AccountPage> {
    throw this.#cannotList();
  }

  lookUp(keys: Lookup, { signal, onProgress }: ReadOptions = {}): Promise<Reading> {
    const usernames = distinct([...(keys.id ?? []), ...(keys.userName ?? [])]);
    const questions = [
      ...usernames.map((key) => ({ key, ask: (inner: AbortSignal) => this.#byUsername(key, inner) })),
      ...distinct(keys.email).map((key) => ({ key, ask: (inner: AbortSignal) => this.#byEmail(key, inner) })),
    ];
    return lookUpEach(this.connection, questions, this.#concurrency, signal, onProgress);
  }

  async get(id: string, { signal }: Options = {}): Promise<Account | undefined> {
    return (await this.#byUsername(id, signal))[0];
  }

  close(): Promise<void> {
    return this.#client.caller.close();
  }

  /** `me` names the signed-in user in a path, so that a user of that name is searched for. */
  async #byUsername(username: string, signal: AbortSignal | undefined): Promise<readonly Account[]> {
    const isSegment = !["me", ".", ".."].includes(username.toLowerCase());
    const profiles = isSegment
      ? await this.#one(username, signal)
      : await this.#client.search("username", username, { signal });
    return this.#accounts(profiles, (account) => sameFolded(account.userName, username));
  }

  async #one(username: string, signal: AbortSignal | undefined): Promise<readonly unknown[]> {
    try {
      return [await this.#client.byUsername(username, { signal })];
    } catch (error) {
      if (error instanceof PlatformError && isServicesNotFound(error)) return [];
      throw error;
    }
  }

  /** Asks by each Unicode form of the address until one is found, because the server folds case but not normal forms. */
  async #byEmail(email: string, signal: AbortSignal): Promise<readonly Account[]> {
    for (const spelling of unicodeForms(email)) {
      const profiles = await this.#client.search("email", spelling, { signal });
      const found = this.#accounts(profiles, (account) =>
        account.emails.some((known) => sameFolded(known, email)),
      );
      if (found.length > 0) return found;
    }
    return [];
  }

  #accounts(profiles: readonly unknown[], isWanted: (account: Account) => boolean): readonly Account[] {
    return profiles
      .map((profile) => agaveAccount(this.connection, profile))
      .filter((account) => account !== undefined)
      .filter(isWanted);
  }

  #cannotList(): PlatformError {
    return this.#client.caller.invalid(
      "Agave does not list its profiles; they can only be looked up by user name or e-mail",
      `Use ${this.connection} as a source beside one that can be listed.`,
    );
  }
}

/** The profile service's own 404. The gateway's, for a path it does not know, carries a code. */
function isServicesNotFound(error: PlatformError): boolean {
  return error.kind === "notFound" && error.fromPlatform && error.code === undefined;
}

function unicodeForms(text: string): readonly string[] {
  return [...new Set([text.normalize("NFC"), text, text.normalize("NFD")])];
}
