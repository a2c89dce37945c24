import type { Host } from "../host.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { applyFilter } from "./filter.ts";
import { revealResource } from "./reveal.ts";

/** Something that was just made, and what is said of it where the list does not show it. */
export interface Made {
  readonly id: string;
  /** Names the notification. */
  readonly offer: string;
  /** `align 1.0 is there.` */
  readonly message: string;
}

const clear = "Clear Filter";

/** Selects in its view what was just made. Where the list does not have it, the person is told so, and can clear the filter that hides it. */
export async function showMade(
  host: Host,
  view: ResourceViewName,
  connection: string,
  { id, offer, message }: Made,
): Promise<void> {
  if (await revealResource(host, view, connection, id)) return;
  const model = host.resources[view];
  const { many } = await model.kind();
  const isFiltered = model.filter !== undefined;
  const answer = await host.ask.offer({
    id: offer,
    level: "information",
    message: isFiltered ? `${message} The filter of the ${many} hides it.` : message,
    actions: isFiltered ? [clear] : [],
  });
  if (answer !== clear) return;
  await applyFilter(host, view, undefined);
  await revealResource(host, view, connection, id);
}
