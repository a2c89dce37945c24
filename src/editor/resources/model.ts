import * as vscode from "vscode";
import { contextKeys } from "../identifiers.ts";
import { PagedLists } from "../lists/paged-lists.ts";
import type { Sessions } from "../sessions.ts";
import type { Arrangement } from "./arrangement.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";
import type { Opened } from "./open.ts";
import type { ListRequest, Resource, ResourceKind } from "./resource.ts";

const mostRecentFilters = 5;

/** What one view of resources shows: lists as the servers gave them, the filter in use, and the order and groups. */
export class ResourceModel extends PagedLists<Resource> {
  readonly view: ResourceViewName;
  readonly #sessions: Sessions;
  readonly #memento: vscode.Memento;

  constructor(view: ResourceViewName, sessions: Sessions, memento: vscode.Memento) {
    super({
      read: async (connection, offset, signal) => {
        const kind = await this.kind();
        const page = await kind.read(await opened(sessions, connection), this.#request(kind, offset, signal));
        return { ...page, items: page.items.map((data) => resourceOf(view, kind, connection, data)) };
      },
      idOf: ({ id }) => id,
    });
    this.view = view;
    this.#sessions = sessions;
    this.#memento = memento;
    this.#tellFiltered();
  }

  /** What the view shows. */
  kind(): Promise<ResourceKind> {
    return resourceViews[this.view].load();
  }

  /** The filter in use, as it was typed. */
  get filter(): string | undefined {
    return this.#memento.get<string>(`${this.view}.filter`);
  }

  /** The last filters that were used, the newest first. */
  get recentFilters(): readonly string[] {
    return this.#memento.get<readonly string[]>(`${this.view}.recentFilters`, []);
  }

  /** Uses another filter. What was read is read again only where the server filters. */
  async setFilter(filter: string | undefined): Promise<void> {
    await this.#memento.update(`${this.view}.filter`, filter);
    if (filter !== undefined) {
      const recent = [filter, ...this.recentFilters.filter((each) => each !== filter)];
      await this.#memento.update(`${this.view}.recentFilters`, recent.slice(0, mostRecentFilters));
    }
    if ((await this.kind()).filter.matches === undefined) this.forget();
    this.#tellFiltered();
  }

  get arrangement(): Arrangement {
    return this.#memento.get<Arrangement>(`${this.view}.arrangement`, {});
  }

  /** Shows another order or other groups. What was read is read again only where the server sorts. */
  async arrange(arrangement: Arrangement): Promise<void> {
    const before = this.arrangement;
    await this.#memento.update(`${this.view}.arrangement`, arrangement);
    if (before.sort === arrangement.sort) return;
    const { sorts } = await this.kind();
    const byServer = sorts.filter(({ compare }) => compare === undefined).map(({ id }) => id);
    if ([before.sort, arrangement.sort].some((sort) => sort !== undefined && byServer.includes(sort)))
      this.forget();
  }

  /** Reads one resource by itself; undefined where it is gone. What the view shows follows. */
  async reread(connection: string, id: string, signal?: AbortSignal): Promise<Resource | undefined> {
    const kind = await this.kind();
    const data = await readOne(kind, await opened(this.#sessions, connection), id, signal);
    const resource = data === undefined ? undefined : resourceOf(this.view, kind, connection, data);
    this.replace(connection, id, resource);
    return resource;
  }

  /** Shows a resource that was made, before all that has been read. */
  async take(connection: string, data: unknown): Promise<Resource> {
    const resource = resourceOf(this.view, await this.kind(), connection, data);
    this.include(connection, resource);
    return resource;
  }

  /** Puts resources as they were read by themselves in place of those with their ids. */
  async renew(connection: string, data: readonly unknown[]): Promise<void> {
    const kind = await this.kind();
    for (const each of data) {
      const resource = resourceOf(this.view, kind, connection, each);
      this.replace(connection, resource.id, resource);
    }
  }

  #request(kind: ResourceKind, offset: number, signal?: AbortSignal): ListRequest {
    const { filter, arrangement } = this;
    const sort = kind.sorts.find(({ id }) => id === arrangement.sort);
    return {
      offset,
      limit: vscode.workspace.getConfiguration("rollcall").get<number>("pageSize", 100),
      ...(filter === undefined || kind.filter.matches ? {} : { filter }),
      ...(sort === undefined || sort.compare ? {} : { sort: sort.id }),
      ...(signal ? { signal } : {}),
    };
  }

  #tellFiltered(): void {
    const key = `${contextKeys.filtered}.${this.view}`;
    void vscode.commands.executeCommand("setContext", key, this.filter !== undefined);
  }
}

async function readOne(
  kind: ResourceKind,
  connection: Opened,
  id: string,
  signal?: AbortSignal,
): Promise<unknown> {
  if (kind.get !== undefined) return kind.get(connection, id, signal);
  const { operation, args } = kind.call(id);
  return connection.client
    .callNamed(operation, args, signal ? { signal } : {})
    .catch((error: { readonly kind?: unknown }) => {
      if (error.kind === "notFound") return undefined;
      throw error;
    });
}

function resourceOf(view: ResourceViewName, kind: ResourceKind, connection: string, data: unknown): Resource {
  const json = kind.json === undefined ? data : kind.json(data);
  return { view, connection, id: kind.idOf(data), name: kind.nameOf(data), data, json };
}

async function opened(sessions: Sessions, connection: string): Promise<Opened> {
  const { openConnection } = await import("./open.ts");
  return openConnection(sessions, connection);
}
