import * as vscode from "vscode";
import type { OpenConnection } from "../../session/types.ts";
import { contextKeys } from "../identifiers.ts";
import { PagedLists } from "../lists/paged-lists.ts";
import type { Sessions } from "../sessions.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";
import type { Resource, ResourceKind } from "./resource.ts";

/** What one view of resources shows: lists as the servers gave them, and the filter in use. */
export class ResourceModel extends PagedLists<Resource> {
  readonly view: ResourceViewName;
  readonly #sessions: Sessions;
  readonly #memento: vscode.Memento;

  constructor(view: ResourceViewName, sessions: Sessions, memento: vscode.Memento) {
    super({
      first: 0,
      read: async (connection, offset, signal) => {
        const kind = await this.kind();
        const limit = vscode.workspace.getConfiguration("rollcall").get<number>("pageSize", 100);
        const { filter } = this;
        const page = await kind.read(await opened(sessions, connection), {
          offset,
          limit,
          ...(filter === undefined || kind.filter.matches ? {} : { filter }),
          ...(signal ? { signal } : {}),
        });
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

  /** Uses another filter. What was read is read again only where the server filters. */
  async setFilter(filter: string | undefined): Promise<void> {
    await this.#memento.update(`${this.view}.filter`, filter);
    if ((await this.kind()).filter.matches === undefined) this.forget();
    this.#tellFiltered();
  }

  /** Reads one resource by itself; undefined where it is gone. What the view shows follows. */
  async reread(connection: string, id: string, signal?: AbortSignal): Promise<Resource | undefined> {
    const kind = await this.kind();
    const { operation, args } = kind.call(id);
    const { client } = await opened(this.#sessions, connection);
    const data = await client
      .callNamed(operation, args, signal ? { signal } : {})
      .catch((error: { readonly kind?: unknown }) => {
        if (error.kind === "notFound") return undefined;
        throw error;
      });
    const resource = data === undefined ? undefined : resourceOf(this.view, kind, connection, data);
    this.replace(connection, id, resource);
    return resource;
  }

  #tellFiltered(): void {
    const key = `${contextKeys.filtered}.${this.view}`;
    void vscode.commands.executeCommand("setContext", key, this.filter !== undefined);
  }
}

function resourceOf(view: ResourceViewName, kind: ResourceKind, connection: string, data: unknown): Resource {
  return { view, connection, id: kind.idOf(data), name: kind.nameOf(data), data };
}

async function opened(sessions: Sessions, connection: string): Promise<OpenConnection> {
  const { openConnection } = await import("./open.ts");
  return openConnection(sessions, connection);
}
