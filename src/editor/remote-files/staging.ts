import { setTimeout as sleep } from "node:timers/promises";
import type { HistoryEvent } from "../../platforms/agave/answers/common.ts";
import type { RemoteEntry } from "./entry.ts";
import { RemoteFileError } from "./remote-file-error.ts";

/** How far a file is that was sent: `unknown` where its history does not tell. */
export type Staging =
  | { readonly state: "unknown" | "waiting" | "done" }
  | { readonly state: "failed"; readonly why: string };

/** Reads from a file's history, the oldest event first, what has become of the last one that was sent. */
export function stagingOf(history: readonly HistoryEvent[]): Staging {
  const begun = history.findLastIndex(({ status }) => status === "STAGING_QUEUED");
  if (begun === -1) return { state: "unknown" };
  const since = history.slice(begun + 1);
  const failure = since.find(({ status }) => /^(STAGING|TRANSFORMING)_FAILED$/.test(status));
  if (failure !== undefined) return { state: "failed", why: failure.description ?? failure.status };
  return { state: since.some(({ status }) => status === "STAGING_COMPLETED") ? "done" : "waiting" };
}

/** A file that was sent, and how to see what has become of it. */
export interface SentFile {
  /** For people. */
  readonly name: string;
  /** What was there before it was sent. */
  readonly before: RemoteEntry | undefined;
  /** In bytes, where it is known. */
  readonly size: number | undefined;
  readonly history: () => Promise<readonly HistoryEvent[]>;
  /** What the server shows at its path now. */
  readonly look: () => Promise<RemoteEntry | undefined>;
}

const firstPause = 100;
const longestPause = 5_000;
/** Most milliseconds to wait for a file. */
const patience = 60_000;

/**
 * Waits until the server shows a file that was sent, asking less and less often. Rejects with a `RemoteFileError` where the server
 * failed to put it into place, has not done so in time, or cannot be asked any more.
 */
export async function untilInPlace(file: SentFile, signal?: AbortSignal): Promise<RemoteEntry> {
  try {
    return await seenInPlace(file, signal);
  } catch (error) {
    if (error instanceof RemoteFileError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new RemoteFileError(
      "unsettled",
      `${file.name} was sent, and it is not known whether it is in place: ${why}`,
    );
  }
}

async function seenInPlace(file: SentFile, signal?: AbortSignal): Promise<RemoteEntry> {
  const { name, before, size } = file;
  const until = Date.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
    const staging = stagingOf(await file.history());
    if (staging.state === "failed")
      throw new RemoteFileError("unsettled", `The server could not put ${name} into place: ${staging.why}`);
    const entry = staging.state === "waiting" ? undefined : await file.look();
    const isNew = staging.state === "done" || entry?.version !== before?.version;
    if (entry !== undefined && isNew && (size === undefined || entry.size === size)) return entry;
    if (Date.now() >= until)
      throw new RemoteFileError(
        "unsettled",
        `The server has taken ${name} and not put it into place yet. Its history tells when that is done; what was sent arrives without being sent again.`,
      );
    await sleep(pause, undefined, signal ? { signal } : {});
  }
}
