/** Orders versions with the newest first (semver.org section 11, as far as the numbers go); texts that are no versions come by letters. */
export function newestFirst(one: string, other: string): number {
  const [core = "", preRelease] = partsOf(one);
  const [otherCore = "", otherPreRelease] = partsOf(other);
  if (core !== otherCore) return compare(otherCore, core);
  if (preRelease === undefined || otherPreRelease === undefined)
    return Number(preRelease !== undefined) - Number(otherPreRelease !== undefined);
  return compare(otherPreRelease, preRelease);
}

function partsOf(version: string): readonly [string, string | undefined] {
  const [, core = version, preRelease] = /^([^-+]*)(?:-([^+]*))?/.exec(version) ?? [];
  return [core, preRelease];
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
