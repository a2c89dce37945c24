import type { Lookup, LookupKey, Reading } from "../../identity/directory.ts";
import type { Policy } from "../../identity/policy.ts";
import type { Snapshot } from "../../identity/snapshot.ts";
import { normaliseKey } from "../../identity/values.ts";
import type { World } from "../../identity/world.ts";
import { keysToLookUp } from "../lookups.ts";
import { accountsConcerned } from "../read.ts";
import { UnfitSnapshot } from "./unfit.ts";

/**
 * The world of a snapshot as a policy sees it: the sources that the policy names, and those that are only asked for single accounts as
 * incomplete where this policy would ask for more than was asked. Nothing is read. Throws UnfitSnapshot where the target is another
 * one, or a source was not read.
 */
export function fitSnapshot({ world, takenAt, digest }: Snapshot, policy: Policy): World {
  if (world.target.connection !== policy.target)
    throw new UnfitSnapshot(
      `The snapshot is of ${world.target.connection} at ${world.target.url}, and the configuration's target is ${policy.target}. Use it with a configuration for ${world.target.connection}, or take a new one.`,
    );
  const sources = policy.sources.map((connection) => {
    const reading = world.sources.find((each) => each.connection === connection);
    if (!reading)
      throw new UnfitSnapshot(
        `The snapshot holds nothing of ${connection}, which is one of the configuration's sources. It holds ${[world.target, ...world.sources].map((each) => each.connection).join(", ")}. Take a new one.`,
      );
    return reading;
  });
  const fitted = { ...world, sources };
  return {
    ...fitted,
    sources: sources.map((reading) => asFarAsAsked(fitted, reading, policy)),
    snapshot: { takenAt, digest },
  };
}

function asFarAsAsked(world: World, reading: Reading, policy: Policy): Reading {
  const { asked, connection } = reading;
  if (!asked) return reading;
  const wanted = keysToLookUp(
    { connection, lookupKeys: Object.keys(asked) as LookupKey[] },
    policy,
    accountsConcerned(policy, [...world.target.accounts, ...world.hidden]),
    world.sources.filter((other) => !other.asked).flatMap(({ accounts }) => accounts),
    [...world.links, ...(policy.pinned ?? [])],
  );
  const missing = unasked(wanted, asked);
  if (missing === 0) return reading;
  return {
    ...reading,
    complete: false,
    notes: [
      ...reading.notes,
      `${missing} ${missing === 1 ? "key was" : "keys were"} not asked for when the snapshot was taken.`,
    ],
  };
}

function unasked(wanted: Lookup, asked: Lookup): number {
  const keys = Object.entries(wanted) as readonly [LookupKey, readonly string[]][];
  return keys.reduce((sum, [key, values]) => {
    const known = new Set((asked[key] ?? []).map(folded));
    return sum + values.filter((value) => !known.has(folded(value))).length;
  }, 0);
}

/** Lookups are answered whatever the case. */
function folded(value: string): string {
  return normaliseKey("userName", value);
}
