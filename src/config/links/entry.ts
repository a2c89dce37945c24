import type { Pin } from "../../identity/pin.ts";

/** The lists of a links file: accounts that belong together, and accounts that do not. */
export const linkSections = ["links", "apart"] as const;
export type LinkSection = (typeof linkSections)[number];

/** One entry of a links file, and where it stands. */
export interface LinkEntry {
  readonly section: LinkSection;
  /** Position in its list. */
  readonly index: number;
  /** 1-based. */
  readonly line: number;
  readonly pin: Pin;
}
