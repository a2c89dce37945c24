import * as vscode from "vscode";
import type { Account } from "../../../identity/account.ts";
import type { Directory } from "../../../identity/directory.ts";
import { contextKeys } from "../../identifiers.ts";
import { describeProblem, type Problem } from "../../problem.ts";
import type { Sessions } from "../../sessions.ts";
import { Turns } from "./turns.ts";

/** What has been read of one connection's users so far. */
export interface UserList {
  readonly accounts: readonly Account[];
  readonly total?: number;
  /** `startIndex` of the next page, absent where there is none. */
  readonly next?: number;
  /** Why the next page could not be read. */
  readonly problem?: Problem;
}

const filterKey = "users.filter";

/** The users that the view shows: pages as the servers gave them, and the filter in use. */
export class UsersModel {
  readonly #sessions: Sessions;
  readonly #memento: vscode.Memento;
  readonly #lists = new Map<string, UserList>();
  readonly #expired = new Set<string>();
  readonly #turns = new Turns();
  #generation = 0;

  constructor(sessions: Sessions, memento: vscode.Memento) {
    this.#sessions = sessions;
    this.#memento = memento;
    this.#tellFiltered();
  }

  /** The SCIM filter in use, as it was typed. */
  get filter(): string | undefined {
    return this.#memento.get<string>(filterKey);
  }

  async setFilter(filter: string | undefined): Promise<void> {
    await this.#memento.update(filterKey, filter);
    this.forget();
    this.#tellFiltered();
  }

  /** What has been read, without reading anything. */
  list(connection: string): UserList | undefined {
    return this.#lists.get(connection);
  }

  /** Forgets everything that was read. */
  forget(): void {
    this.#lists.clear();
    this.#generation += 1;
  }

  /** Marks what was read, of one connection or of all, as due to be read again. */
  expire(connection?: string): void {
    for (const name of connection === undefined ? this.#lists.keys() : [connection]) this.#expired.add(name);
  }

  /** What has been read where it still holds; else reads again. */
  current(connection: string, signal?: AbortSignal): Promise<UserList> {
    return this.#turns.take(connection, async () => {
      const known = this.#lists.get(connection);
      return known === undefined || this.#expired.has(connection) ? this.#read(connection, signal) : known;
    });
  }

  /** Reads the page after what has been read. Answers the first user that is new; a failure is kept with the list. */
  readMore(connection: string): Promise<Account | undefined> {
    return this.#turns.take(connection, async () => {
      const before = this.#lists.get(connection);
      if (before?.next === undefined) return undefined;
      const generation = this.#generation;
      const after = await this.#append(before, connection, before.next).catch(
        (error): UserList => ({ ...before, problem: describeProblem(error) }),
      );
      if (generation === this.#generation) this.#lists.set(connection, after);
      return after.accounts[before.accounts.length];
    });
  }

  /** As many users as were shown before, at least one page. */
  async #read(connection: string, signal?: AbortSignal): Promise<UserList> {
    signal?.throwIfAborted();
    const generation = this.#generation;
    const wanted = this.#lists.get(connection)?.accounts.length ?? 0;
    this.#expired.delete(connection);
    try {
      let list = await this.#append({ accounts: [] }, connection, 1, signal);
      while (list.next !== undefined && list.accounts.length < wanted)
        list = await this.#append(list, connection, list.next, signal);
      if (generation !== this.#generation) return await this.#read(connection, signal);
      this.#lists.set(connection, list);
      return list;
    } catch (error) {
      this.#expired.add(connection);
      throw error;
    }
  }

  async #append(
    before: UserList,
    connection: string,
    startIndex: number,
    signal?: AbortSignal,
  ): Promise<UserList> {
    const directory = (await this.#sessions.get()).directory(connection);
    const page = await directory.page({
      ...(await this.#request()),
      startIndex,
      ...(signal ? { signal } : {}),
    });
    const known = new Set(before.accounts.map(({ id }) => id));
    const fresh = page.accounts.filter(({ id }) => !known.has(id));
    return {
      accounts: [...before.accounts, ...fresh],
      ...(page.total === undefined ? {} : { total: page.total }),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }

  async #request(): Promise<Pick<NonNullable<Parameters<Directory["page"]>[0]>, "count" | "filter">> {
    const count = vscode.workspace.getConfiguration("rollcall").get<number>("pageSize", 100);
    if (this.filter === undefined) return { count };
    const { parseFilter } = await import("../../../filter/parse.ts");
    return { count, filter: parseFilter(this.filter) };
  }

  #tellFiltered(): void {
    void vscode.commands.executeCommand("setContext", contextKeys.usersFiltered, this.filter !== undefined);
  }
}
