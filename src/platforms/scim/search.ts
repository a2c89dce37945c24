import type { Filter } from "scim2-parse-filter";
import { compileFilter } from "../../filter/compile.ts";
import { isAscii } from "../../filter/fold.ts";
import { printFilter } from "../../filter/print.ts";
import {
  type Dialect,
  odmDialect,
  rfcDialect,
  type SplitFilter,
  splitFilter,
} from "../../filter/pushdown.ts";
import type { Account } from "../../identity/account.ts";
import { asFields, asText } from "../read.ts";
import type { ScimClient, ScimPage } from "./client.ts";
import type { ScimProfile } from "./profile.ts";

/** A filter split between the server and here. */
export interface Search {
  /** What the server is sent. */
  readonly filter: string | undefined;
  /** What is left to apply to its answers. */
  readonly matches: ((resource: unknown) => boolean) | undefined;
}

/** A page of accounts that match. */
export interface Found {
  readonly accounts: readonly Account[];
  readonly total?: number;
  readonly next?: number;
}

/** Splits filters for one server. Finds out once, with one request, whether the server compares strings without regard to case. */
export class SearchPlanner {
  readonly #client: ScimClient;
  readonly #profile: ScimProfile;
  #foldsCase: Promise<boolean> | undefined;

  constructor(client: ScimClient, profile: ScimProfile) {
    this.#client = client;
    this.#profile = profile;
  }

  /** Throws a `FilterError` for a filter that cannot be applied. */
  async plan(filter: Filter | undefined, signal?: AbortSignal): Promise<Search> {
    if (filter === undefined) return { filter: undefined, matches: undefined };
    const { server, residual } = await this.#split(filter, signal);
    return {
      filter: server === undefined ? undefined : printFilter(server),
      matches: residual === undefined ? undefined : compileFilter(residual),
    };
  }

  async #split(filter: Filter, signal?: AbortSignal): Promise<SplitFilter> {
    if (this.#profile.dialect === "rfc") return splitFilter(filter, rfcDialect);
    const exact = splitFilter(filter, dialectOfOdm(true));
    const folding = splitFilter(filter, dialectOfOdm(false));
    const gains = folding.server !== undefined && JSON.stringify(folding) !== JSON.stringify(exact);
    if (!gains || !isAscii(printFilter(folding.server))) return exact;
    return (await this.#asksForCase(signal)) ? folding : exact;
  }

  /** The probe takes any user and asks for its userName with capitals and small letters swapped. */
  async #asksForCase(signal?: AbortSignal): Promise<boolean> {
    this.#foldsCase ??= this.#probe(signal);
    const probe = this.#foldsCase;
    try {
      return await probe;
    } catch (error) {
      if (this.#foldsCase === probe) this.#foldsCase = undefined;
      throw error;
    }
  }

  async #probe(signal?: AbortSignal): Promise<boolean> {
    const { resources } = await this.#client.list({ startIndex: 1, count: this.#profile.pageSize, signal });
    const names = resources.map((resource) => asText(asFields(resource)?.userName));
    const name = names.find((candidate) => candidate !== undefined && swapCase(candidate) !== candidate);
    if (name === undefined) return false;
    const filter = `userName eq ${JSON.stringify(swapCase(name))}`;
    const found = await this.#client.list({ filter, startIndex: 1, count: 2, signal });
    return found.resources.some((resource) => asText(asFields(resource)?.userName) === name);
  }
}

function dialectOfOdm(exactStrings: boolean): Dialect {
  return odmDialect({ exactStrings });
}

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** What one page of a search is read with. */
export interface SearchPage {
  readonly page: (startIndex: number, count: number) => Promise<ScimPage>;
  readonly account: (resource: unknown) => Account | undefined;
  readonly startIndex: number;
  readonly count: number;
  readonly matches: Search["matches"];
  /** Users to ask for at once while looking for matches. */
  readonly pageSize: number;
}

/** Reads one page as the server serves it or, where part of the filter is left to apply here, as many as it takes to find `count` matches. */
export async function searchPage(search: SearchPage): Promise<Found> {
  return search.matches === undefined ? serverPage(search) : matchingPage(search, search.matches);
}

async function serverPage(search: SearchPage): Promise<Found> {
  const page = await search.page(search.startIndex, search.count);
  const accounts = page.resources.map(search.account).filter((account) => account !== undefined);
  const next = search.startIndex + page.resources.length;
  const more = page.resources.length > 0 && (page.total === undefined || next <= page.total);
  return {
    accounts,
    ...(page.total === undefined ? {} : { total: page.total }),
    ...(more ? { next } : {}),
  };
}

async function matchingPage(search: SearchPage, matches: NonNullable<Search["matches"]>): Promise<Found> {
  const accounts: Account[] = [];
  let start = search.startIndex;
  for (;;) {
    const page = await search.page(start, search.pageSize);
    if (page.resources.length === 0) return { accounts };
    for (const resource of page.resources) {
      start += 1;
      const account = matches(resource) ? search.account(resource) : undefined;
      if (account === undefined) continue;
      accounts.push(account);
      if (accounts.length === search.count) {
        return page.total !== undefined && start > page.total ? { accounts } : { accounts, next: start };
      }
    }
    if (page.total !== undefined && start > page.total) return { accounts };
  }
}
