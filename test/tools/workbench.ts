import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { cacheFolder } from "./paths.ts";

const themes = { light: "Light 2026", dark: "Dark 2026" } as const;

export type Theme = keyof typeof themes;

/** The user settings that give a theme. */
export function themeSettings(theme: Theme): Readonly<Record<string, unknown>> {
  return { "workbench.colorTheme": themes[theme], "window.autoDetectColorScheme": false };
}

/** A text to find: one that contains this string (whatever its case), or one that matches. */
export type Wanted = string | RegExp;

async function typedIn(input: Locator): Promise<string | undefined> {
  return (await input.isVisible()) ? input.inputValue({ timeout: 1000 }).catch(() => undefined) : undefined;
}

/** A workbench page, in the words of the editor. Every method waits for what it needs and rejects after 30 s. */
export class Workbench {
  readonly page: Page;
  /** The folder that is open, on this machine. */
  readonly workspace: string;

  constructor(page: Page, workspace: string) {
    this.page = page;
    this.workspace = workspace;
    page.setDefaultTimeout(30_000);
  }

  /** Resolves once the workbench stands and shows its status bar. */
  async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    await this.page.locator(".monaco-workbench .activitybar [role=tab]").first().waitFor();
  }

  /** Replaces the settings of the workspace; what depends on them follows within a second. */
  settings(settings: Readonly<Record<string, unknown>>): void {
    mkdirSync(join(this.workspace, ".vscode"), { recursive: true });
    writeFileSync(join(this.workspace, ".vscode", "settings.json"), JSON.stringify(settings, null, 2));
  }

  /** Switches the theme and waits until the workbench wears it. */
  async theme(theme: Theme): Promise<void> {
    await this.command("Preferences: Color Theme");
    await this.pick(themes[theme]);
    await this.page.locator(`.monaco-workbench.${theme === "light" ? "vs" : "vs-dark"}`).waitFor();
    await this.quickInput().waitFor({ state: "hidden" });
  }

  /**
   * Runs a command by the title that the command palette shows, for example `Rollcall: Plan`. The palette closes where the focus
   * goes elsewhere just then: it is opened again.
   */
  async command(title: string): Promise<void> {
    await this.#palette(title);
    await this.quickRow(title).first().click();
  }

  async #palette(title: string): Promise<void> {
    const entry = this.quickRow(title).first();
    for (let turn = 0; turn < 5 && !(await entry.isVisible()); turn++) {
      await this.page.keyboard.press("F1");
      const isFilled = await this.quickInput()
        .fill(`>${title}`, { timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (isFilled) await entry.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
  }

  /** The input of the open quick input: a command palette, a quick pick or an input box. */
  quickInput(): Locator {
    return this.page.locator(".quick-input-widget:visible input.input");
  }

  /** A row of the open quick pick. */
  quickRow(text: Wanted): Locator {
    return this.page.locator(".quick-input-widget:visible .monaco-list-row").filter({ hasText: text });
  }

  /** Types a text into the open input box and confirms it. The box is left, unless it does not accept the text. */
  async answer(text: string): Promise<void> {
    const input = this.quickInput();
    await input.fill(text);
    await this.page.keyboard.press("Enter");
    for (let turn = 0; turn < 10 && (await typedIn(input)) === text; turn++) await sleep(100);
  }

  /** Types a text into the input box for it, which shows none of it, and confirms it. */
  async answerSecret(text: string): Promise<void> {
    await this.page.locator(".quick-input-widget:visible input.input[type=password]").fill(text);
    await this.page.keyboard.press("Enter");
  }

  /** Chooses rows of the open quick pick. With several, or where it shows checkboxes, `confirm` presses Enter at the end. */
  async pick(rows: Wanted | readonly Wanted[], options: { readonly confirm?: boolean } = {}): Promise<void> {
    for (const row of [rows].flat() as readonly Wanted[]) await this.quickRow(row).first().click();
    if (options.confirm) await this.page.keyboard.press("Enter");
    // What comes next begins once the list is gone; another one may have such a row too.
    const last = this.quickRow([rows].flat().at(-1) ?? "").first();
    await last.waitFor({ state: "hidden", timeout: 1000 }).catch(() => undefined);
  }

  /** Opens a view container by its title in the activity bar. */
  async openContainer(title: Wanted): Promise<void> {
    const tab = this.page.locator(".activitybar").getByRole("tab", { name: title });
    await tab.waitFor();
    if ((await tab.getAttribute("aria-expanded")) !== "true") await tab.click();
  }

  /** A view in a side bar by its title, a string being the whole of it: its header with the actions, and its tree. */
  view(title: Wanted): Locator {
    const titles = this.page.locator(".pane-header h3.title");
    const exactly = this.page.locator(`.pane-header h3.title:text-is(${JSON.stringify(title)})`);
    const header = typeof title === "string" ? exactly : titles.filter({ hasText: title });
    return this.page.locator(".pane").filter({ has: header });
  }

  /** Unfolds a view that is folded. */
  unfold(title: Wanted): Promise<void> {
    return this.#setFolded(title, false);
  }

  /** Folds a view that is unfolded. */
  fold(title: Wanted): Promise<void> {
    return this.#setFolded(title, true);
  }

  /** Clicks a view's header until the view is so: while the views are laid out anew, a click can go to another one or to none. */
  async #setFolded(title: Wanted, folded: boolean): Promise<void> {
    const header = this.view(title).locator(".pane-header");
    const wanted = this.view(title).locator(`.pane-header[aria-expanded="${!folded}"]`);
    for (let turn = 0; turn < 5 && !(await wanted.isVisible()); turn++) {
      await header.click();
      await wanted.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await wanted.waitFor();
  }

  /** An action in the header of a view, by its title. Headers show them on hover. */
  async viewAction(view: Wanted, action: Wanted): Promise<void> {
    await this.view(view).locator(".pane-header").hover();
    await this.view(view).locator(".pane-header").getByRole("button", { name: action }).click();
  }

  /** An item of a tree by its accessible label. */
  item(label: Wanted, view?: Wanted): Locator {
    const within = view ? this.view(view) : this.page.locator(".part.sidebar");
    return within.getByRole("treeitem", { name: label });
  }

  /** Opens an item that is closed. */
  async expand(label: Wanted, view?: Wanted): Promise<void> {
    const item = this.item(label, view).first();
    if ((await item.getAttribute("aria-expanded")) !== "true")
      await item.locator(".monaco-tl-twistie").first().click();
  }

  /** Ticks or unticks the checkbox of an item. */
  async check(label: Wanted, view?: Wanted): Promise<void> {
    await this.item(label, view).first().getByRole("checkbox").click();
  }

  /** An inline action of an item, by its title. Items show them on hover, which an item loses when it is shown anew: it is tried again. */
  async itemAction(label: Wanted, action: Wanted, view?: Wanted): Promise<void> {
    const item = this.item(label, view).first();
    const button = item.getByRole("button", { name: action });
    await item.hover();
    for (let turn = 1; turn < 10 && !(await button.isVisible()); turn++) {
      await this.page.mouse.move(0, 0);
      await item.hover();
      await button.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await button.click();
  }

  /** Opens an item's context menu and answers an entry of it. An item that is shown anew closes its menu: it is opened again. */
  async openMenu(item: Locator, entry: Wanted): Promise<Locator> {
    const found = this.page.getByRole("menuitem", { name: entry });
    for (let turn = 0; turn < 5 && !(await found.isVisible()); turn++) {
      if (turn > 0) await this.page.keyboard.press("Escape");
      await item.click({ button: "right" });
      await found.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await found.waitFor();
    return found;
  }

  /** Chooses an entry of an item's context menu. */
  async contextMenu(label: Wanted, entry: Wanted, view?: Wanted): Promise<void> {
    // A menu ignores the mouse in its first moments, but never the keyboard.
    await (await this.openMenu(this.item(label, view).first(), entry)).hover();
    await this.page.keyboard.press("Enter");
  }

  /** Presses a button of the modal dialog. Without one, answers the dialog itself. */
  async dialog(button?: Wanted): Promise<Locator> {
    const box = this.page.locator(".monaco-dialog-box");
    await box.waitFor();
    if (button) await box.getByRole("button", { name: button }).click();
    return box;
  }

  /** A notification by its text, while it is shown as a toast or in the notification centre. */
  notification(text: Wanted): Locator {
    return this.page
      .locator(".notifications-list-container .notification-list-item")
      .filter({ hasText: text });
  }

  /** Waits for a notification. Where no toast shows it, the notification centre has to. */
  async notified(text: Wanted): Promise<void> {
    const shown = this.notification(text).first();
    const isToast = await shown.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (isToast) return;
    await this.command("Notifications: Show Notifications");
    await shown.waitFor();
    await this.command("Notifications: Hide Notifications");
  }

  /** Waits until a text is to be seen anywhere in the workbench. */
  async see(text: Wanted): Promise<void> {
    await this.page.locator(".monaco-workbench").getByText(text).first().waitFor();
  }

  /** Waits until a text is nowhere to be seen. */
  async unsee(text: Wanted): Promise<void> {
    await this.page
      .locator(".monaco-workbench")
      .getByText(text)
      .filter({ visible: true })
      .first()
      .waitFor({ state: "hidden" });
  }

  /** Writes what the page shows to `.cache/screenshots/NAME.png` and answers the path. */
  async screenshot(name: string): Promise<string> {
    const path = join(cacheFolder("screenshots"), `${name}.png`);
    await this.page.screenshot({ path, animations: "disabled", caret: "hide" });
    return path;
  }
}
