import type { Filter } from "scim2-parse-filter";
import type { Account, AttributeValue } from "./account.ts";

/** What a directory can be asked by, where it can be asked for single accounts. */
export type LookupKey = "id" | "userName" | "email";

/** What a directory can do. The engine decides by these and never by a platform's name. */
export interface DirectoryAbilities {
  /** Which accounts an enumeration yields: every one, only the active ones (the others are hidden), or none at all. */
  readonly enumerates: "all" | "active" | "none";
  readonly lookupKeys: readonly LookupKey[];
  /** Attributes that an update may set, by their SCIM names. Empty where the directory is read-only. */
  readonly updates: readonly string[];
  /** Those of `updates` that may be cleared; none where this is absent. */
  readonly clears?: readonly string[];
  readonly creates: boolean;
  readonly deactivates: boolean;
}

/** What one read of a directory gave, and whether it is everything that was asked for. */
export interface Reading {
  readonly connection: string;
  readonly accounts: readonly Account[];
  /** True only where it is proven that nothing is missing. */
  readonly complete: boolean;
  /** Why the read is not complete, and what was met on the way (overlapping pages, a moving total), in plain words. */
  readonly notes: readonly string[];
  /** What was asked for, where the directory answers for single accounts alone. */
  readonly asked?: Lookup;
}

/** One page of a listing, for views that page by the server. */
export interface AccountPage {
  readonly accounts: readonly Account[];
  /** What the server says the whole list holds. Absent where it does not say, or where a residual filter was applied here. */
  readonly total?: number;
  /** `startIndex` of the next page (RFC 7644 section 3.4.2.4), absent on the last one. */
  readonly next?: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called as accounts arrive; `total` where the server states one. */
  readonly onProgress?: (read: number, total?: number) => void;
}

export interface PageRequest {
  /** 1-based index of the first account wanted. */
  readonly startIndex?: number;
  readonly count?: number;
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
}

/** Keys to look up, by kind. A key that finds nothing is simply absent from the reading. */
export type Lookup = Partial<Record<LookupKey, readonly string[]>>;

/** A connection seen as a set of accounts. Every method rejects with a `PlatformError`. */
export interface Directory {
  readonly connection: string;
  /** What it is, for people: "Genestack ODM", "Astakos", "Agave". */
  readonly platformName: string;
  readonly baseUrl: string;
  readonly abilities: DirectoryAbilities;
  /** Reads every account that the directory shows. Only where `abilities.enumerates` is not `none`. */
  enumerate(options?: ReadOptions): Promise<Reading>;
  /** Reads the accounts that carry any of the keys. Complete when every key was answered. */
  lookUp(keys: Lookup, options?: ReadOptions): Promise<Reading>;
  /** One page, filtered. Only where `abilities.enumerates` is not `none`. */
  page(request?: PageRequest): Promise<AccountPage>;
  /** The account as it is now; undefined where the directory does not show it (gone, or hidden because inactive). */
  get(id: string, options?: { readonly signal?: AbortSignal }): Promise<Account | undefined>;
  /** Releases connections. */
  close(): Promise<void>;
}

/** The attributes that a creation or an update sets, by SCIM name (`emails` on creation only). */
export type AttributeSet = Readonly<Record<string, AttributeValue>>;

/** A directory that takes writes. No method repeats a write by itself once the server may have received it. */
export interface WritableDirectory extends Directory {
  /** Creates an account and answers it as the server stored it. */
  create(set: AttributeSet, options?: { readonly signal?: AbortSignal }): Promise<Account>;
  /** Sets attributes in one atomic request. Works on hidden accounts by id where the platform allows it (`active: true` reactivates). */
  update(id: string, set: AttributeSet, options?: { readonly signal?: AbortSignal }): Promise<Account>;
  deactivate(id: string, options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/** Whether a directory takes writes at all. */
export function isWritable(directory: Directory): directory is WritableDirectory {
  return directory.abilities.creates || directory.abilities.updates.length > 0;
}

/** What a directory's methods reject with. */
export interface DirectoryFailure extends Error {
  readonly kind: string;
  /** Whether a write may have been carried out although no answer came. */
  readonly landed: "no" | "unknown";
  /** What to do next, in one sentence. */
  readonly advice: string;
}

/** Whether an error came from a directory; anything else is a mistake in Rollcall. */
export function isDirectoryFailure(error: unknown): error is DirectoryFailure {
  return error instanceof Error && "kind" in error && "landed" in error;
}
