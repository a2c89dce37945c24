import { drafts } from "../../drafts/drafts.ts";

/** Gives up the text that is being written. */
export function run(): Promise<void> {
  return drafts.giveUp();
}
