import * as peer from "scim2-parse-filter";
import SCIMMY from "scimmy";
import { compileFilter } from "../../src/filter/compile.ts";
import { parseFilter } from "../../src/filter/parse.ts";

/** One measurement: an engine at a task. */
export interface FilterBenchRow {
  /** Such as `filter evaluate complex: rollcall`. */
  readonly name: string;
  /** Median time of a run over all items, in milliseconds. */
  readonly median_ms: number;
  /** Filters parsed, or users tested, in a second. */
  readonly per_second: number;
  /** How many times longer than Rollcall in the same run; 1 for Rollcall itself. */
  readonly ratio: number;
  /** Users that matched, where users were tested. Engines that give another number than Rollcall read the filter differently. */
  readonly matches?: number;
}

const filters = {
  simple: 'userName eq "user50000@example.org"',
  medium: 'active eq true and name.familyName sw "Gar" and emails.value co "example.org"',
  complex:
    '(userName sw "user1" or title pr) and emails[type eq "work" and value ew "@example.org"] and meta.lastModified gt "2024-06-01T00:00:00Z" and not (active eq false)',
} as const;

const users = 100_000;
const parses = 50_000;
const rounds = 5;
/** An engine whose run takes longer than this, in milliseconds, is measured once. */
const patience = 1_000;

/** Measures parsing and evaluation over 100,000 generated users, against the peers, one after the other in the same run. */
export async function filterBench(): Promise<readonly FilterBenchRow[]> {
  const people = Array.from({ length: users }, (_, i) => person(i));
  return Object.entries(filters).flatMap(([level, text]) => [
    ...rows(`filter parse ${level}`, parses, {
      rollcall: () => repeat(() => parseFilter(text)),
      "scim2-parse-filter": () => repeat(() => peer.parse(text)),
      scimmy: () => repeat(() => new SCIMMY.Types.Filter(text)),
    }),
    ...rows(`filter evaluate ${level}`, users, {
      rollcall: evaluation(people, compileFilter(parseFilter(text))),
      "scim2-parse-filter": evaluation(people, peer.filter(peer.parse(text))),
      scimmy: () => new SCIMMY.Types.Filter(text).match(people).length,
    }),
  ]);
}

const familyNames = ["Garcia", "Jensen", "Okafor", "Nguyen", "Garner", "Silva", "Novak"];

/** A user with as many attributes as servers commonly answer with. */
function person(i: number): Record<string, unknown> {
  const familyName = familyNames[i % familyNames.length] ?? "";
  const domain = i % 3 === 0 ? "example.org" : "example.com";
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id: `2819c223-7f76-453a-919d-${String(i).padStart(12, "0")}`,
    externalId: `uuid-${i}`,
    userName: `User${i}@Example.org`,
    name: { formatted: `Alex ${familyName}`, familyName, givenName: "Alex" },
    displayName: `Alex ${familyName}`,
    ...(i % 5 === 0 && { title: "Researcher" }),
    emails: [
      { value: `alex.${i}@${domain}`, type: "work", primary: true },
      { value: `alex.${i}@home.example`, type: "home" },
    ],
    active: i % 10 !== 0,
    meta: {
      resourceType: "User",
      created: "2023-01-01T08:00:00Z",
      lastModified: `2024-${String((i % 12) + 1).padStart(2, "0")}-15T10:00:00Z`,
      version: `W/"${i}"`,
    },
  };
}

function evaluation(people: readonly unknown[], matches: (user: unknown) => boolean): () => number {
  return () => people.reduce<number>((count, user) => count + (matches(user) ? 1 : 0), 0);
}

function repeat(parse: () => unknown): undefined {
  for (let i = 0; i < parses; i++) parse();
}

function rows(
  task: string,
  items: number,
  engines: Readonly<Record<string, () => number | undefined>>,
): readonly FilterBenchRow[] {
  const measured = Object.entries(engines).map(([engine, run]) => ({ engine, ...measure(run) }));
  const ours = measured[0]?.median ?? 0;
  return measured.map(({ engine, median, matches }) => ({
    name: `${task}: ${engine}`,
    median_ms: Number(median.toFixed(2)),
    per_second: Math.round((items / median) * 1000),
    ratio: Number((median / ours).toFixed(2)),
    ...(matches !== undefined && { matches }),
  }));
}

interface Measurement {
  readonly median: number;
  readonly matches: number | undefined;
}

function measure(run: () => number | undefined): Measurement {
  const { time: first, result: matches } = timed(run);
  if (first > patience) return { median: first, matches };
  timed(run);
  const times = Array.from({ length: rounds }, () => timed(run).time).sort((one, other) => one - other);
  return { median: times[Math.floor(rounds / 2)] ?? first, matches };
}

function timed<Result>(run: () => Result): { readonly time: number; readonly result: Result } {
  const start = performance.now();
  const result = run();
  return { time: performance.now() - start, result };
}
