import { mapBounded } from "../many.ts";
import type { ScimPage } from "./client.ts";
import { Pass } from "./pass.ts";

/** How a list is read. */
export interface EnumerateOptions {
  /** Reads one page; `startIndex` counts from 1. */
  readonly page: (startIndex: number, count: number, signal?: AbortSignal) => Promise<ScimPage>;
  readonly idOf: (resource: unknown) => string | undefined;
  readonly pageSize: number;
  /** Pages read at once, once the server's effective page size is known. */
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((read: number, total?: number) => void) | undefined;
}

/** Everything that a list gave. */
export interface Enumeration {
  readonly resources: readonly unknown[];
  readonly complete: boolean;
  readonly notes: readonly string[];
}

const mostPasses = 4;
const pagesWithoutNews = 3;

/**
 * Reads a whole list by index (RFC 7644 section 3.4.2.4). It advances by what arrived and never by what was asked for, keeps one
 * resource for each id, and reads again while the pages contradict each other. The result is complete only where the number of
 * distinct ids is the total that every page stated and a page past the end was empty, or, from a server that states no total, where two passes found the same.
 */
export async function enumerate(options: EnumerateOptions): Promise<Enumeration> {
  const passes: Pass[] = [];
  const all = new Map<string, unknown>();
  for (let number = 1; number <= mostPasses; number += 1) {
    const pass = number === 1 ? await parallelPass(options) : await sequentialPass(options);
    const previous = passes.at(-1);
    passes.push(pass);
    for (const [id, resource] of pass.byId) all.set(id, resource);
    if (pass.isProven())
      return { resources: [...pass.byId.values()], complete: true, notes: notesOf(passes) };
    if (areProvenTogether(passes, all.size) || agree(previous, pass)) {
      return { resources: [...all.values()], complete: true, notes: notesOf(passes) };
    }
    if (pass.isBeyondHelp()) break;
  }
  return { resources: [...all.values()], complete: false, notes: notesOf(passes, all.size) };
}

async function sequentialPass(options: EnumerateOptions, pass = new Pass(), startAt = 1): Promise<Pass> {
  let start = startAt;
  let stale = 0;
  while (stale < pagesWithoutNews) {
    const page = await options.page(start, options.pageSize, options.signal);
    const fresh = take(options, pass, page);
    if (page.resources.length === 0) {
      pass.reachedEnd = true;
      return pass;
    }
    stale = fresh === 0 ? stale + 1 : 0;
    start += page.resources.length;
  }
  return pass;
}

/** The first two pages tell the server's effective page size; the rest is then read side by side, each stretch by what arrives. */
async function parallelPass(options: EnumerateOptions): Promise<Pass> {
  const pass = new Pass();
  let start = 1;
  let size = 0;
  for (let number = 1; number <= 2; number += 1) {
    const page = await options.page(start, options.pageSize, options.signal);
    take(options, pass, page);
    if (page.resources.length === 0) {
      pass.reachedEnd = true;
      return pass;
    }
    start += page.resources.length;
    size = Math.max(size, page.resources.length);
  }
  const total = pass.total();
  if (total === undefined || start > total) return sequentialPass(options, pass, start);
  const stretches: { start: number; length: number }[] = [];
  for (let at = start; at <= total; at += size) {
    stretches.push({ start: at, length: Math.min(size, total - at + 1) });
  }
  await mapBounded(stretches, options.concurrency, options.signal, (stretch, signal) =>
    readStretch(options, pass, stretch, signal),
  );
  return sequentialPass(options, pass, total + 1);
}

async function readStretch(
  options: EnumerateOptions,
  pass: Pass,
  stretch: { readonly start: number; readonly length: number },
  signal: AbortSignal,
): Promise<void> {
  let read = 0;
  while (read < stretch.length) {
    const page = await options.page(stretch.start + read, stretch.length - read, signal);
    take(options, pass, page);
    if (page.resources.length === 0) return;
    read += page.resources.length;
  }
}

function take(options: EnumerateOptions, pass: Pass, page: ScimPage): number {
  const fresh = pass.take(page, options.idOf);
  options.onProgress?.(pass.byId.size, page.total);
  return fresh;
}

function areProvenTogether(passes: readonly Pass[], distinct: number): boolean {
  const totals = new Set(passes.map((pass) => pass.total()));
  const clean = passes.every((pass) => pass.reachedEnd && pass.nameless === 0);
  return passes.length > 1 && clean && totals.size === 1 && totals.has(distinct);
}

function agree(previous: Pass | undefined, pass: Pass): boolean {
  if (previous === undefined) return false;
  const sound = [previous, pass].every(
    (one) => one.reachedEnd && one.totals.size === 0 && one.nameless === 0 && one.repeated === 0,
  );
  return (
    sound &&
    previous.byId.size === pass.byId.size &&
    [...pass.byId.keys()].every((id) => previous.byId.has(id))
  );
}

function notesOf(passes: readonly Pass[], distinct?: number): readonly string[] {
  const totals = passes.flatMap((pass) => [...pass.totals]);
  const repeated = Math.max(...passes.map((pass) => pass.repeated));
  const nameless = Math.max(...passes.map((pass) => pass.nameless));
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  const notes: string[] = [];
  if (repeated > 0) notes.push(`Pages overlapped: ${counted(repeated, "user")} came more than once.`);
  if (nameless > 0) notes.push(`${counted(nameless, "user")} came without an id and could not be taken in.`);
  if (least < most) notes.push(`The server stated between ${least} and ${most} users while it was read.`);
  if (distinct !== undefined && totals.length === 0)
    notes.push("The server does not state how many users it has.");
  if (distinct !== undefined && least === most && distinct + nameless !== most) {
    notes.push(`The server states ${counted(most, "user")}, but ${distinct} were found.`);
  }
  if (passes.some((pass) => !pass.reachedEnd)) notes.push("The end of the list was never reached.");
  if (passes.length > 1) notes.push(`The list was read ${passes.length} times.`);
  return notes;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
