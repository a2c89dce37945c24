import type { PlatformClients } from "../../platforms/open.ts";
import { entriesOf, type RemoteEntry } from "../remote-files/entry.ts";
import { type OutputPlace, outputArguments } from "./place.ts";

/** What lies in a folder, as far as it was read. */
export interface OutputListing {
  readonly entries: readonly RemoteEntry[];
  /** Whether the server has more. */
  readonly goesOn: boolean;
}

/** The most that is read of one folder. */
export const mostOutputs = 1000;

const pageSize = 250;
/** Servers give 100 at least where there are more. A folder itself and the one above it count for that and are left out. */
const shortestPage = 98;

/** Reads what lies in a folder of a job's output, page by page. Rejects with a `PlatformError`. */
export async function readOutputs(
  client: PlatformClients["agave"],
  folder: OutputPlace,
  signal?: AbortSignal,
): Promise<OutputListing> {
  const { jobId, filePath } = outputArguments(folder);
  const args = { jobId, limit: pageSize, ...(filePath === "" ? {} : { filePath }) };
  const found = new Map<string, RemoteEntry>();
  for (let offset = 0; ; ) {
    const page = await client.call("jobs.listOutputs", { ...args, offset }, { signal });
    const before = found.size;
    for (const entry of entriesOf(page)) found.set(entry.name, entry);
    if (found.size > mostOutputs) return { entries: [...found.values()].slice(0, mostOutputs), goesOn: true };
    if (page.length < shortestPage || found.size === before)
      return { entries: [...found.values()], goesOn: false };
    offset += page.length;
  }
}
