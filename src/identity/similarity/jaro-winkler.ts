/**
 * How alike two texts are, from 0 to 1, after Jaro and Winkler: the characters that both have near the same place, how many of those are
 * out of order, and a bonus for a common beginning of up to four (Winkler 1990, scaling factor 0.1). Compares UTF-16 units.
 */
export function jaroWinkler(one: string, other: string): number {
  const jaro = jaroOf(one, other);
  let prefix = 0;
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(one: string, other: string): number {
  if (one === other) return one === "" ? 0 : 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const shared: string[] = [];
  for (let at = 0; at < one.length; at++) {
    const last = Math.min(other.length - 1, at + reach);
    for (let there = Math.max(0, at - reach); there <= last; there++) {
      if (taken[there] || one[at] !== other[there]) continue;
      taken[there] = true;
      shared.push(one.charAt(at));
      break;
    }
  }
  if (shared.length === 0) return 0;
  const inOther = [...other.split("")].filter((_, index) => taken[index]);
  const displaced = shared.filter((character, index) => character !== inOther[index]).length / 2;
  const count = shared.length;
  return (count / one.length + count / other.length + (count - displaced) / count) / 3;
}
