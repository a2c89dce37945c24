import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import * as v from "valibot";
import { digestWorld, type Snapshot, snapshotVersion } from "../../identity/snapshot.ts";
import { SnapshotError } from "./error.ts";

const reading = v.looseObject({
  connection: v.string(),
  accounts: v.array(v.looseObject({ connection: v.string(), id: v.string(), emails: v.array(v.string()) })),
  complete: v.boolean(),
  notes: v.array(v.string()),
});

const shape = v.looseObject({
  version: v.literal(snapshotVersion),
  takenAt: v.string(),
  digest: v.string(),
  world: v.looseObject({
    target: v.looseObject({ ...reading.entries, url: v.string() }),
    sources: v.array(reading),
    hidden: reading.entries.accounts,
    links: v.array(v.looseObject({})),
    missing: v.array(v.looseObject({})),
    agreed: v.optional(v.array(v.looseObject({}))),
    now: v.string(),
  }),
});

/** Writes a snapshot to a file: JSON with one account in a line, compressed with gzip where the name ends in `.gz`. */
export async function writeSnapshot(path: string, snapshot: Snapshot): Promise<void> {
  const text = snapshotText(snapshot);
  const bytes = isCompressed(path) ? await promisify(gzip)(text) : text;
  await writeFile(path, bytes, { mode: 0o600 });
}

/**
 * Reads a snapshot file. One from before agreements were remembered knows of none.
 * @throws {SnapshotError} Where it cannot be read, is no snapshot of this version, or was edited or cut short.
 */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const value = parse(path, await readText(path));
  if (!v.is(shape, value)) throw new SnapshotError(whyNot(path, value));
  const snapshot = value as unknown as Snapshot;
  if (digestWorld(snapshot.world) !== snapshot.digest)
    throw new SnapshotError(
      `${path} was edited or cut short after it was taken: its digest does not fit its content. Take a new snapshot.`,
    );
  return { ...snapshot, world: { ...snapshot.world, agreed: snapshot.world.agreed ?? [] } };
}

/** The members of a snapshot in the order in which they are digested, lists with one element in a line. */
function snapshotText({ version, takenAt, digest, world }: Snapshot): string {
  const head = Object.entries({ version, takenAt, digest }).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{${head.join(",")},"world":${linesOf(world)}}\n`;
}

function linesOf(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : `[\n${value.map((each) => JSON.stringify(each)).join(",\n")}\n]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined) return [];
    const text = name === "sources" ? sourcesText(member) : linesOf(member);
    return [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join(",")}}`;
}

function sourcesText(sources: readonly unknown[]): string {
  return `[${sources.map(linesOf).join(",")}]`;
}

function isCompressed(path: string): boolean {
  return path.toLowerCase().endsWith(".gz");
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return isCompressed(path) ? (await promisify(gunzip)(bytes)).toString() : bytes.toString();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT")
      throw new SnapshotError(
        `There is no file ${path}. Take a snapshot with: rollcall snapshot --out ${path}`,
      );
    const reason = error instanceof Error ? error.message : String(error);
    throw new SnapshotError(`${path} cannot be read: ${reason}`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SnapshotError(
      `${path} is not a snapshot, or was cut short: it is not JSON. Take one with: rollcall snapshot --out ${path}`,
    );
  }
}

function whyNot(path: string, value: unknown): string {
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (typeof version === "number" && version !== snapshotVersion)
    return `${path} is a snapshot of version ${version}, and this Rollcall reads version ${snapshotVersion}. Take a new one.`;
  return `${path} is not a snapshot. Take one with: rollcall snapshot --out ${path}`;
}
