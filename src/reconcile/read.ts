import type { Account } from "../identity/account.ts";
import type { Directory, Reading } from "../identity/directory.ts";
import { compilePolicy } from "../identity/judging/compiled-policy.ts";
import type { Policy } from "../identity/policy.ts";
import type { World } from "../identity/world.ts";
import type { Memory } from "../ledger/memory.ts";
import { type LeaverPlaces, readLeavers } from "./access/read.ts";
import { keysToLookUp } from "./lookups.ts";
import type { OperationOptions } from "./progress.ts";
import { rememberShown } from "./remember.ts";

/** What a reconciliation works with. */
export interface Workplace extends LeaverPlaces {
  readonly target: Directory;
  readonly sources: readonly Directory[];
  readonly memory: Memory;
  /** The present instant. */
  readonly now: () => Date;
}

/**
 * Reads everything that a plan is made from, each directory by its abilities, and remembers the accounts of the target.
 * `after`: a run whose own observations are left out, to see the world as of that run.
 * Rejects with a DirectoryFailure where a directory cannot be read at all; one that was read in part is marked incomplete.
 */
export async function readWorld(
  { policy, target, sources, memory, now, access, belongings }: Workplace,
  options: OperationOptions & { readonly after?: string } = {},
): Promise<World> {
  const enumerable = sources.filter((source) => source.abilities.enumerates !== "none");
  const [shown, ...listed] = await allOrNothing([target, ...enumerable], options, (directory, stop) =>
    directory.enumerate({ signal: stop, ...progressOf(directory, options) }),
  );
  if (!shown) throw new Error("A reconciliation has a target.");
  const hidden = rememberShown(memory, target, shown);
  const links = memory.links(target.connection);

  const concerned = accountsConcerned(policy, [...shown.accounts, ...hidden]);
  const others = listed.flatMap((reading) => reading.accounts);
  const lookedUp = await allOrNothing(
    sources.filter((source) => source.abilities.enumerates === "none"),
    options,
    async (directory, stop) => {
      const { connection, abilities } = directory;
      const asked = keysToLookUp(
        { connection, lookupKeys: abilities.lookupKeys },
        policy,
        concerned,
        others,
        [...links, ...(policy.pinned ?? [])],
      );
      const reading = await directory.lookUp(asked, { signal: stop, ...progressOf(directory, options) });
      return { ...reading, asked };
    },
  );

  const readings = new Map([...listed, ...lookedUp].map((reading) => [reading.connection, reading]));
  const world: World = {
    target: { ...shown, url: target.baseUrl, clears: target.abilities.clears ?? [] },
    sources: sources.flatMap(({ connection }) => readings.get(connection) ?? []),
    hidden,
    links,
    missing: memory.missing(target.connection, options.after),
    agreed: memory.agreements.of(target.connection),
    now: now().toISOString(),
  };
  const places = { policy, ...(access && { access }), ...(belongings && { belongings }) };
  return { ...world, ...(await readLeavers(places, world, options)) };
}

/** Reads several directories at once; when one fails, the others are told to stop and the failure is passed on. */
async function allOrNothing(
  directories: readonly Directory[],
  { signal }: OperationOptions,
  read: (directory: Directory, stop: AbortSignal) => Promise<Reading>,
): Promise<readonly Reading[]> {
  const failed = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  let failure: { readonly error: unknown } | undefined;
  const readings = await Promise.all(
    directories.map((directory) =>
      read(directory, stop).catch((error: unknown) => {
        failure ??= { error };
        failed.abort();
        return undefined;
      }),
    ),
  );
  signal?.throwIfAborted();
  if (failure) throw failure.error;
  return readings.filter((reading) => reading !== undefined);
}

function progressOf({ connection }: Directory, { onProgress }: OperationOptions) {
  if (!onProgress) return {};
  return {
    onProgress: (done: number, total?: number) =>
      onProgress({ stage: "read", connection, done, ...(total !== undefined && { total }) }),
  };
}

/** The accounts that sources are asked about: nobody is looked up who would be left alone anyway. */
export function accountsConcerned(policy: Policy, accounts: readonly Account[]): readonly Account[] {
  const { inScope, isProtected } = compilePolicy(policy);
  return accounts.filter(({ attributes }) => inScope(attributes) && !isProtected(attributes));
}
