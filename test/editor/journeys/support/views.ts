import { setTimeout as sleep } from "node:timers/promises";
import type { Locator } from "playwright-core";
import type { Wanted, Workbench } from "../../../tools/workbench.ts";

/** The items of one of Rollcall's views by what is said of them. */
export function items(workbench: Workbench, title: Wanted, label: Wanted): Locator {
  return workbench.item(label, title);
}

/** Opens or closes an item. A click that falls on an item while it is shown anew is lost: it is tried again. */
export async function toggle(item: Locator): Promise<void> {
  const state = () => item.first().getAttribute("aria-expanded");
  const before = await state();
  for (let turn = 0; turn < 5 && (await state()) === before; turn++) {
    await item.locator(".monaco-tl-twistie").first().click();
    for (let wait = 0; wait < 10 && (await state()) === before; wait++) await sleep(100);
  }
}

/** Ticks or unticks an item. A click that falls on an item while it is shown anew is lost: it is tried again. */
export async function tick(item: Locator, ticked: boolean): Promise<void> {
  const box = item.first().getByRole("checkbox");
  const isSo = async () => (await box.getAttribute("aria-checked")) === String(ticked);
  for (let turn = 0; turn < 5 && !(await isSo()); turn++) {
    await box.click();
    for (let wait = 0; wait < 10 && !(await isSo()); wait++) await sleep(100);
  }
}

/** Goes to the end of a view's list, by the keyboard, until an item is in sight there. What closes meanwhile may take the focus away. */
export async function goToEnd(workbench: Workbench, title: Wanted, item: Locator): Promise<void> {
  for (let turn = 0; turn < 20 && !(await item.first().isVisible()); turn++) {
    await workbench.view(title).locator(".monaco-list").focus();
    await workbench.page.keyboard.press("End");
    await sleep(250);
  }
  await item.first().waitFor();
}

/** Points at an item until its tooltip says something. One that is shown anew meanwhile loses it: it is tried again. */
export async function hover({ page }: Workbench, item: Locator, text: Wanted): Promise<void> {
  const tooltip = page.locator(".monaco-hover:visible").filter({ hasText: text });
  for (let turn = 0; turn < 5 && !(await tooltip.isVisible()); turn++) {
    await page.mouse.move(0, 0);
    await item.first().hover();
    await tooltip.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await tooltip.waitFor();
}

/** Starts the sandbox in a window that is fresh, and leaves one view unfolded. */
export async function startSandboxIn(workbench: Workbench, view: string): Promise<void> {
  await workbench.openContainer("Rollcall");
  await workbench.command("Rollcall: Start Sandbox");
  await items(workbench, "Users", /^odm, 100 of \d+/).waitFor();
  for (const other of ["Users", "Reconciliation"]) if (other !== view) await workbench.fold(other);
  await workbench.unfold(view);
}
