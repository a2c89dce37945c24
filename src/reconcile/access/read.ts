import type { AccessDirectory } from "../../identity/access.ts";
import { grantKinds } from "../../identity/access.ts";
import type { BelongingsDirectory } from "../../identity/leavers/belongings.ts";
import { leaverCandidates } from "../../identity/leavers/leaving.ts";
import type { Policy } from "../../identity/policy.ts";
import type { World } from "../../identity/world.ts";
import type { OperationOptions } from "../progress.ts";

/** Where the access of those who leave is read. */
export interface LeaverPlaces {
  readonly policy: Policy;
  readonly access?: readonly AccessDirectory[];
  readonly belongings?: readonly BelongingsDirectory[];
}

/**
 * Reads what those who leave may do and what may be theirs, once it is known from the rest of the world who they are. Sends nothing
 * where nobody leaves. Rejects with a DirectoryFailure where a connection cannot be read at all.
 */
export async function readLeavers(
  { policy, access = [], belongings = [] }: LeaverPlaces,
  world: World,
  { signal, onProgress }: OperationOptions,
): Promise<Pick<World, "access" | "belongings">> {
  const { leavers } = policy;
  const candidates = leaverCandidates(world, policy);
  if (leavers === undefined || candidates.size === 0) return {};
  const failed = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const kinds = leavers.list.includes("owned") ? grantKinds : leavers.revoke;
  const reportTo = (connection: string) => (done: number, total?: number) =>
    onProgress?.({ stage: "read", connection, done, ...(total !== undefined && { total }) });
  try {
    const [permissions, others] = await Promise.all([
      Promise.all(
        access
          .filter(({ connection }) => candidates.has(connection))
          .map((directory) =>
            directory.readAccess(
              { accounts: candidates.get(directory.connection) ?? [], kinds, files: leavers.files },
              { signal: stop, onProgress: reportTo(directory.connection) },
            ),
          ),
      ),
      Promise.all(belongings.map((directory) => directory.readBelongings({ signal: stop }))),
    ]);
    return { access: permissions, belongings: others };
  } catch (error) {
    failed.abort();
    signal?.throwIfAborted();
    throw error;
  }
}
