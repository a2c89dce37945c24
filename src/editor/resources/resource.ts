import type { NamedCall } from "../../platforms/address.ts";
import type { Host } from "../host.ts";
import type { Page } from "../lists/paged-lists.ts";
import type { NodeSubject, TreeNode } from "../tree/node.ts";
import type { ResourceGrouping, ResourceSort } from "./arrangement.ts";
import type { ResourceViewName } from "./catalogue.ts";
import type { ResourceFilter } from "./local-filter.ts";
import type { Opened } from "./open.ts";

/** Something that a platform holds: a user, an actor, a version of a service. */
export interface Resource<Data = unknown> {
  readonly view: ResourceViewName;
  readonly connection: string;
  /** Unique in its connection. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** As the platform gave it. */
  readonly data: Data;
  /** What is shown of it as JSON. */
  readonly json: unknown;
}

/** A resource as an item of a view. */
export interface ResourceSubject<Data = unknown> extends NodeSubject, Resource<Data> {
  readonly kind: "resource";
}

/** One page of a list that is asked for. */
export interface ListRequest {
  /** How many come before it. */
  readonly offset: number;
  readonly limit: number;
  /** Where the server filters: the filter as it was typed. */
  readonly filter?: string;
  /** Where the server sorts: the id of the order. */
  readonly sort?: string;
  readonly signal?: AbortSignal;
}

/** Where a list is shown. */
export interface ListPlace {
  readonly host: Host;
  readonly connection: string;
  /** Id of the connection's item. */
  readonly ownerId: string;
  readonly signal: AbortSignal;
}

/** What the icon of a view's container counts. */
export interface Badge {
  readonly value: number;
  readonly tooltip: string;
}

/** What is not finished changes by itself. */
export interface Follow<Data> {
  isUnfinished(data: Data): boolean;
  /** Reads them again, with one request where the platform can. Those that are gone are left out. */
  read(opened: Opened, ids: readonly string[], signal: AbortSignal): Promise<readonly Data[]>;
}

/** All that a view of resources needs to know of what it shows. `Around` is what is known around a list besides what its platform gave. */
export interface ResourceKind<Data = unknown, Around = unknown> {
  /** For people, in lower case: one of them, and several. */
  readonly one: string;
  readonly many: string;
  readonly filter: ResourceFilter<Data>;
  readonly sorts: readonly ResourceSort<Data, Around>[];
  readonly groupings: readonly ResourceGrouping<Data, Around>[];
  /** Reads one page; the whole list where the platform has no pages. */
  read(opened: Opened, request: ListRequest): Promise<Page<Data>>;
  idOf(data: Data): string;
  nameOf(data: Data): string;
  /** The operation that reads one of them by its id, and whose URL is the resource's own. */
  call(id: string): NamedCall;
  /** Reads one of them by its id, where that takes more than the operation; undefined where it is gone. */
  get?(opened: Opened, id: string, signal?: AbortSignal): Promise<Data | undefined>;
  /** How those that are not finished are followed while the view can be seen. */
  readonly follow?: Follow<Data>;
  /** Under which name of `editables` they are edited as JSON; absent where the platform lets nothing be changed. */
  readonly edit?: string;
  /** Lists tell only a part of each: documents and copies read the whole. */
  readonly inPart?: true;
  /** What is shown as JSON, where that is not the data as a whole. */
  json?(data: Data): unknown;
  /** What is known around a list: gathered, without asking its platform, before the list is ordered and shown. */
  surroundings?(place: ListPlace): Promise<Around>;
  /** Items before those of the list. */
  ahead?(place: ListPlace, around: Around): Promise<readonly TreeNode[]>;
  /** The items of what has been read. */
  nodes(
    place: ListPlace,
    resources: readonly Resource<Data>[],
    around: Around,
  ): readonly TreeNode[] | Promise<readonly TreeNode[]>;
  /** What the icon of the views' container says of all that has been read; undefined where it is nothing to say. */
  badge?(host: Host, resources: readonly Resource<Data>[]): Badge | undefined;
}
