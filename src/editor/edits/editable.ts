import type { Host } from "../host.ts";
import type { Opened } from "../resources/open.ts";
import type { Fields } from "./three-way.ts";

/** Something on a platform that can be edited as JSON. */
export interface Editable<Data = unknown> {
  /** For people, in lower case: `actor`. */
  readonly one: string;
  /** Undefined where it is gone. `id` is what it is found by, such as an actor's id. */
  read(opened: Opened, id: string, signal?: AbortSignal): Promise<Data | undefined>;
  /** What of it can be edited. */
  fieldsOf(data: Data, opened: Opened): Fields;
  /** The fields that can be set, also those that it does not have yet; any where it is not stated. */
  takes?(opened: Opened): readonly string[];
  /** Why it cannot be edited as it is. */
  refusal?(data: Data): string | undefined;
  /** Writes a change: the fields that differ, `null` for those that are taken out. `after` is all of it with the change. */
  write(opened: Opened, id: string, edit: Edit<Data>): Promise<unknown>;
  /** Shows in the view what there is now. */
  saved(host: Host, connection: string, id: string): Promise<void>;
}

/** A change that is written. */
export interface Edit<Data> {
  readonly change: Fields;
  readonly after: Fields;
  /** As it was read just before. */
  readonly data: Data;
}

/** What an editable document is about. It stands in the document's address. */
export interface EditReference {
  readonly kind: string;
  readonly connection: string;
  readonly id: string;
}
