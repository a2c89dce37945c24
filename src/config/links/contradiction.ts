import type { Pin } from "../../identity/pin.ts";
import type { LinkEntry, LinkSection } from "./entry.ts";

/** Something that is said already and that cannot be said besides. */
export interface Contradiction {
  readonly kind: "duplicate" | "invalid";
  /** What speaks against it. */
  readonly message: string;
  /** The entry that says so. */
  readonly earlier: LinkEntry;
}

/**
 * Why a pair cannot be added to what a links file says; undefined where it can. A source account has one pin, an account of the target
 * one for each source, and no pair is both.
 * @param target Name of the target's connection.
 */
export function contradictionWith(
  said: readonly LinkEntry[],
  section: LinkSection,
  pin: Pin,
  target: string,
): Contradiction | undefined {
  for (const entry of said) {
    const { section: other, pin: earlier, line } = entry;
    const sameSource = earlier.connection === pin.connection && earlier.id === pin.id;
    const sameTarget = earlier.connection === pin.connection && earlier.targetId === pin.targetId;
    const source = `${pin.connection} ${earlier.id}`;
    const user = `${target} ${earlier.targetId}`;
    if (sameSource && sameTarget) {
      if (section === other)
        return {
          kind: "duplicate",
          earlier: entry,
          message: `${user} and ${source} are given on line ${line} already.`,
        };
      const what = other === "links" ? "pinned to each other" : "kept apart";
      return {
        kind: "invalid",
        earlier: entry,
        message: `${user} and ${source} are ${what} on line ${line}.`,
      };
    }
    if (section !== "links" || other !== "links") continue;
    if (sameSource)
      return {
        kind: "duplicate",
        earlier: entry,
        message: `${source} is pinned to ${user} on line ${line} already, and belongs to one account of the target alone.`,
      };
    if (sameTarget)
      return {
        kind: "duplicate",
        earlier: entry,
        message: `${user} is pinned to ${source} on line ${line} already, and has one account of each source alone.`,
      };
  }
  return undefined;
}
