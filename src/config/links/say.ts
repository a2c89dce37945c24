import type { Pin } from "../../identity/pin.ts";
import type { Policy } from "../../identity/policy.ts";
import { ConfigurationError } from "../problem.ts";
import { type Contradiction, contradictionWith } from "./contradiction.ts";
import { withEntry, withoutEntry } from "./edit.ts";
import type { LinkEntry, LinkSection } from "./entry.ts";
import { parseLinks } from "./parse.ts";

/** A links file that cannot say what it is asked to, because it says otherwise. The message names the line and the way out. */
export class RefusedLink extends Error {
  override readonly name = "RefusedLink";
  /** What it says. */
  readonly entry: LinkEntry;

  constructor(file: string, { message, earlier }: Contradiction) {
    super(`${message} Take that back first. It stands in ${file}.`);
    this.entry = earlier;
  }
}

/** A links file as it is, and what it is read for. */
export interface LinksFile {
  /** Absolute path, for errors. */
  readonly file: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  readonly policy: Pick<Policy, "target" | "sources">;
}

/**
 * The text of a links file that says one thing more; undefined where it says so already.
 * @throws {RefusedLink} Where it says the contrary.
 * @throws {ConfigurationError} Where it has problems.
 */
export function saying(links: LinksFile, section: LinkSection, pin: Pin): string | undefined {
  const entries = entriesOf(links);
  if (entries.some((entry) => entry.section === section && isSame(entry.pin, pin))) return undefined;
  const contradiction = contradictionWith(entries, section, pin, links.policy.target);
  if (contradiction) throw new RefusedLink(links.file, contradiction);
  return withEntry(links.text, section, pin);
}

/**
 * The text of a links file without some of its entries, and those entries.
 * @throws {ConfigurationError} Where it has problems.
 */
export function unsaying(
  links: LinksFile,
  which: (entry: LinkEntry) => boolean,
): { readonly text: string; readonly removed: readonly LinkEntry[] } {
  const removed = entriesOf(links).filter(which);
  const text = removed.reduceRight(
    (left, { section, index }) => withoutEntry(left, section, index),
    links.text ?? "",
  );
  return { text, removed };
}

/**
 * What a links file says, in its order.
 * @throws {ConfigurationError} Where it has problems.
 */
export function entriesOf({ file, text = "", policy }: LinksFile): readonly LinkEntry[] {
  const { entries, problems } = parseLinks(text, policy);
  if (problems.length > 0) throw new ConfigurationError(file, problems);
  return entries;
}

function isSame(one: Pin, other: Pin): boolean {
  return one.targetId === other.targetId && one.connection === other.connection && one.id === other.id;
}
