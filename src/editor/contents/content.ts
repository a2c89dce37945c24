import type { Opened } from "../resources/open.ts";

/** A text that a platform gives of something: a log, a history. */
export interface Content {
  /** `id` is what it is found by, such as an actor and an execution. Rejects with a `PlatformError`. */
  read(opened: Opened, id: readonly string[], signal?: AbortSignal): Promise<string>;
}
