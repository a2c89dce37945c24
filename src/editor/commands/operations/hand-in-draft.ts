import { drafts } from "../../drafts/drafts.ts";

/** Hands in the text that is being written. */
export function run(): Promise<void> {
  return drafts.handIn();
}
