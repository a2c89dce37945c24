import type { Locator } from "playwright-core";
import type { Workbench } from "../../../tools/workbench.ts";

/** The tabs whose labels match. */
export function tab({ page }: Workbench, name: RegExp): Locator {
  return page.locator(".tabs-container .tab").filter({ hasText: name });
}

/** Replaces a text in the editor in sight, as a person does it with Find and Replace. */
export async function typeOver({ page }: Workbench, from: string, to: string): Promise<void> {
  await page.locator(".editor-instance .view-lines").last().click();
  await page.keyboard.press("ControlOrMeta+h");
  const find = page.locator(".find-widget.visible");
  await find.getByRole("textbox", { name: "Find" }).fill(from);
  await find.getByRole("textbox", { name: "Replace" }).fill(to);
  await find.getByRole("button", { name: /^Replace All/ }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

/** Saves the document in sight. */
export async function save({ page }: Workbench): Promise<void> {
  await page.keyboard.press("ControlOrMeta+s");
}
