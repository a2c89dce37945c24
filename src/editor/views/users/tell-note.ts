import type { HandOutcome } from "../../../reconcile/by-hand/change.ts";
import type { Host } from "../../host.ts";

/** Tells what is worth telling of a change that was made; a change that simply was is seen in the view. */
export async function tellNote(host: Host, name: string, { note }: HandOutcome): Promise<void> {
  if (note === undefined) return;
  await host.ask.offer({ id: "note", level: "information", message: `${name}: ${note}`, actions: [] });
}
