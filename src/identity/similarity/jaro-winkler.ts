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
  const taken = new Uint8Array(other.length);
  const shared: number[] = [];
  for (let at = 0; at < one.length; at++) {
    const code = one.charCodeAt(at);
    const last = Math.min(other.length - 1, at + reach);
    for (let there = Math.max(0, at - reach); there <= last; there++) {
      if (taken[there] || other.charCodeAt(there) !== code) continue;
      taken[there] = 1;
      shared.push(code);
      break;
    }
  }
  const count = shared.length;
  if (count === 0) return 0;
  let displaced = 0;
  for (let there = 0, next = 0; there < other.length; there++) {
    if (taken[there] && other.charCodeAt(there) !== shared[next++]) displaced += 0.5;
  }
  return (count / one.length + count / other.length + (count - displaced) / count) / 3;
}
