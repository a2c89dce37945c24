import * as vscode from "vscode";
import { describeProblem, type Problem } from "../problem.ts";
import { Turns } from "./turns.ts";

/** What has been read of one connection's list so far. */
export interface PagedList<Item> {
  readonly items: readonly Item[];
  /** How many there are in all, where the server says so. */
  readonly total?: number;
  /** Where the next page begins, absent where there is none. */
  readonly next?: number;
  /** Why the next page could not be read. */
  readonly problem?: Problem;
}

/** One page as a server gave it. */
export type Page<Item> = Omit<PagedList<Item>, "problem">;

/** Where the pages of the lists come from. */
export interface PageSource<Item> {
  read(connection: string, start: number, signal?: AbortSignal): Promise<Page<Item>>;
  idOf(item: Item): string;
}

/** Lists by connection: pages as the servers gave them, read one at a time, each item once. */
export class PagedLists<Item> {
  readonly #source: PageSource<Item>;
  readonly #lists = new Map<string, PagedList<Item>>();
  readonly #expired = new Set<string>();
  /** Ids by connection. */
  readonly #gone = new Map<string, Set<string>>();
  readonly #turns = new Turns();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #wasRead = new vscode.EventEmitter<string>();
  #generation = 0;
  /** Told whenever something else is known of a list. */
  readonly onDidChange = this.#changed.event;
  /** Told of which connection a list was read from its beginning. */
  readonly onDidRead = this.#wasRead.event;

  constructor(source: PageSource<Item>) {
    this.#source = source;
  }

  /** What has been read, without reading anything. */
  list(connection: string): PagedList<Item> | undefined {
    return this.#lists.get(connection);
  }

  /** All that has been read, of every connection. */
  all(): readonly Item[] {
    return [...this.#lists.values()].flatMap(({ items }) => items);
  }

  /** The connections whose lists go on. */
  unfinished(): readonly string[] {
    return [...this.#lists].flatMap(([connection, { next }]) => (next === undefined ? [] : [connection]));
  }

  /** Forgets what was read, of one connection or of all. */
  forget(connection?: string): void {
    if (connection === undefined) this.#lists.clear();
    else this.#lists.delete(connection);
    this.#generation += 1;
    this.#changed.fire();
  }

  /** Marks what was read, of one connection or of all, as due to be read again. */
  expire(connection?: string): void {
    for (const name of connection === undefined ? this.#lists.keys() : [connection]) this.#expired.add(name);
  }

  /** What has been read where it still holds; else reads again. */
  current(connection: string, signal?: AbortSignal): Promise<PagedList<Item>> {
    return this.#turns.take(connection, async () => {
      const known = this.#lists.get(connection);
      return known === undefined || this.#expired.has(connection) ? this.#read(connection, signal) : known;
    });
  }

  /** Reads the page after what has been read. Answers the first item that is new; a failure is kept with the list. */
  readMore(connection: string, signal?: AbortSignal): Promise<Item | undefined> {
    return this.#turns.take(connection, async () => {
      const before = this.#lists.get(connection);
      if (before?.next === undefined) return undefined;
      const generation = this.#generation;
      const after = await this.#append(before, connection, before.next, signal).catch((error) => {
        signal?.throwIfAborted();
        return { ...before, problem: describeProblem(error) };
      });
      if (generation === this.#generation) this.#keep(connection, after);
      return after.items[before.items.length];
    });
  }

  /** Reads every page after what has been read. A failure is kept with the list; rejects where it is cancelled, with what was read kept. */
  async readAll(
    connection: string,
    { signal, onProgress }: { readonly signal: AbortSignal; onProgress?(list: PagedList<Item>): void },
  ): Promise<void> {
    for (let next = this.#lists.get(connection)?.next; next !== undefined; ) {
      signal.throwIfAborted();
      await this.readMore(connection, signal);
      const list = this.#lists.get(connection);
      if (list === undefined || list.problem !== undefined || list.next === next) return;
      onProgress?.(list);
      next = list.next;
    }
  }

  /** Whether what was read of a connection's list still holds: nothing would be read for it. */
  isCurrent(connection: string): boolean {
    return this.#lists.has(connection) && !this.#expired.has(connection);
  }

  /** Whether an item was taken out, and has not been read again since. */
  isGone(connection: string, id: string): boolean {
    return this.#gone.get(connection)?.has(id) ?? false;
  }

  /** Shows an item that was made, before all that has been read. Where its own place in the list is read later, it is not there twice. */
  include(connection: string, item: Item): void {
    const list = this.#lists.get(connection);
    if (list === undefined) return;
    const { total, ...rest } = list;
    this.#keep(connection, {
      ...rest,
      items: [item, ...list.items],
      ...(total === undefined ? {} : { total: total + 1 }),
    });
  }

  /** Puts an item as it was read by itself in place of the one with its id; without it, takes that one out. */
  replace(connection: string, id: string, item: Item | undefined): void {
    if (item === undefined)
      this.#gone.set(connection, (this.#gone.get(connection) ?? new Set<string>()).add(id));
    const list = this.#lists.get(connection);
    if (list === undefined) return;
    const items = list.items.flatMap((known) => (this.#source.idOf(known) === id ? (item ?? []) : known));
    const { total, ...rest } = list;
    const gone = list.items.length - items.length;
    this.#keep(connection, {
      ...rest,
      items,
      ...(total === undefined ? {} : { total: total - gone }),
      ...(rest.next === undefined ? {} : { next: rest.next - gone }),
    });
  }

  /** As many items as were shown before, at least one page. */
  async #read(connection: string, signal?: AbortSignal): Promise<PagedList<Item>> {
    signal?.throwIfAborted();
    const generation = this.#generation;
    const wanted = this.#lists.get(connection)?.items.length ?? 0;
    this.#expired.delete(connection);
    try {
      let list = await this.#append({ items: [] }, connection, 0, signal);
      while (list.next !== undefined && list.items.length < wanted)
        list = await this.#append(list, connection, list.next, signal);
      if (generation !== this.#generation) return await this.#read(connection, signal);
      this.#keep(connection, list);
      this.#wasRead.fire(connection);
      return list;
    } catch (error) {
      this.#expired.add(connection);
      throw error;
    }
  }

  #keep(connection: string, list: PagedList<Item>): void {
    this.#lists.set(connection, list);
    const gone = this.#gone.get(connection);
    if (gone?.size) for (const item of list.items) gone.delete(this.#source.idOf(item));
    this.#changed.fire();
  }

  async #append(
    before: PagedList<Item>,
    connection: string,
    start: number,
    signal?: AbortSignal,
  ): Promise<PagedList<Item>> {
    const { items, ...page } = await this.#source.read(connection, start, signal);
    const known = new Set(before.items.map((item) => this.#source.idOf(item)));
    return {
      ...page,
      items: [...before.items, ...items.filter((item) => !known.has(this.#source.idOf(item)))],
    };
  }
}
