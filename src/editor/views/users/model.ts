import * as vscode from "vscode";
import type { Account } from "../../../identity/account.ts";
import type { Directory } from "../../../identity/directory.ts";
import { contextKeys } from "../../identifiers.ts";
import { type Page, PagedLists } from "../../lists/paged-lists.ts";
import type { Sessions } from "../../sessions.ts";

const filterKey = "users.filter";

/** The users that the view shows: pages as the servers gave them, and the filter in use. */
export class UsersModel extends PagedLists<Account> {
  readonly #memento: vscode.Memento;

  constructor(sessions: Sessions, memento: vscode.Memento) {
    super({
      first: 1,
      read: (connection, start, signal) => readPage(sessions, this.filter, connection, start, signal),
      idOf: ({ id }) => id,
    });
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

  #tellFiltered(): void {
    void vscode.commands.executeCommand("setContext", contextKeys.usersFiltered, this.filter !== undefined);
  }
}

async function readPage(
  sessions: Sessions,
  filter: string | undefined,
  connection: string,
  startIndex: number,
  signal?: AbortSignal,
): Promise<Page<Account>> {
  const directory = (await sessions.get()).directory(connection);
  const { accounts, total, next } = await directory.page({
    ...(await request(filter)),
    startIndex,
    ...(signal ? { signal } : {}),
  });
  return {
    items: accounts,
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next }),
  };
}

type Request = Pick<NonNullable<Parameters<Directory["page"]>[0]>, "count" | "filter">;

async function request(filter: string | undefined): Promise<Request> {
  const count = vscode.workspace.getConfiguration("rollcall").get<number>("pageSize", 100);
  if (filter === undefined) return { count };
  const { parseFilter } = await import("../../../filter/parse.ts");
  return { count, filter: parseFilter(filter) };
}
