import type { Locator } from "playwright-core";
import type { Wanted, Workbench } from "../../../tools/workbench.ts";

/** One of Rollcall's views: its header and its tree. */
export function pane({ page }: Workbench, title: "Users" | "Reconciliation"): Locator {
  return page.locator(".pane").filter({ has: page.locator(".pane-header").filter({ hasText: title }) });
}

/** The items of a view by what is said of them. */
export function items(workbench: Workbench, title: "Users" | "Reconciliation", label: Wanted): Locator {
  return pane(workbench, title).getByRole("treeitem", { name: label });
}

/** Opens or closes an item. */
export async function toggle(item: Locator): Promise<void> {
  await item.locator(".monaco-tl-twistie").first().click();
}

/** Presses an action in the header of a view, which shows them while the pointer is over it. */
export async function headerAction(
  workbench: Workbench,
  title: "Users" | "Reconciliation",
  action: Wanted,
): Promise<void> {
  const header = pane(workbench, title).locator(".pane-header");
  await header.hover();
  await header.getByRole("button", { name: action }).click();
}
