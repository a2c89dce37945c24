import type { Locator } from "playwright-core";
import type { Wanted, Workbench } from "../../../tools/workbench.ts";

/** The items of one of Rollcall's views by what is said of them. */
export function items(workbench: Workbench, title: Wanted, label: Wanted): Locator {
  return workbench.item(label, title);
}

/** Opens or closes an item. */
export async function toggle(item: Locator): Promise<void> {
  await item.locator(".monaco-tl-twistie").first().click();
}
