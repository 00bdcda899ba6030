import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { explorerRow } from "./explorer.js";
import { ensureChromium, ensureServedVsCode } from "./install.js";
import { outFolder } from "./paths.js";
import { WorkbenchServer } from "./server.js";
import type { Theme } from "./settings.js";

/** How long anything on screen may take to appear, in milliseconds; a first activation on two cores is the slowest. */
const PATIENCE = 30_000;

export interface WorkbenchOptions {
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  /** Absolute path of an extension to run under development. */
  readonly extension?: string;
  /** Absolute path of a packaged extension to install instead. */
  readonly vsix?: string;
  readonly theme?: Theme;
  /** False opens the folder in Restricted Mode. Default true. */
  readonly trusted?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** VS Code settings on top of the rig's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Page object of a real VS Code: what a person does and reads, by the names on screen. */
export class Workbench {
  /** Every workbench that is open now, for hooks that act on failure. */
  static readonly opened = new Set<Workbench>();

  /** What webviews wrote to the console, refused resources (CSP) among it, as `type: text`. */
  readonly webviewConsole: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: WorkbenchServer,
  ) {
    page.on("console", (message) => {
      if (isFromWebview(message.location().url, message.text())) {
        this.webviewConsole.push(`${message.type()}: ${message.text()}`);
      }
    });
  }

  /** @throws Error that says what is missing when no VS Code or no Chromium can be had here. */
  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const [vscode, chromium] = await Promise.all([ensureServedVsCode(), ensureChromium()]);
    if (!vscode.available) throw new Error(vscode.reason);
    if (!chromium.available) throw new Error(chromium.reason);
    const { viewport = { width: 1440, height: 900 }, theme = "dark" } = options;
    // A served workbench takes its theme from a change of the settings, not from what they hold as it starts.
    const other = theme === "light" ? "dark" : "light";
    const server = await WorkbenchServer.start({ ...options, theme: other, serverMain: vscode.serverMain });
    try {
      const browser = await launchBrowser(chromium.executable);
      const context = await browser.newContext({
        viewport,
        locale: "en-US",
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const workbench = new Workbench(await context.newPage(), browser, server);
      Workbench.opened.add(workbench);
      await workbench.page.goto(server.address(options));
      await workbench.ready();
      await workbench.setTheme(theme);
      return workbench;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async close(): Promise<void> {
    Workbench.opened.delete(this);
    await this.browser.close();
    await this.server.stop();
  }

  /** Reloads the window and waits until it stands again. The command, unlike the browser's reload, saves all state first. */
  async reload(): Promise<void> {
    // In a browser the workbench's own storage is written behind its back: what changed within the last second may be lost.
    await sleep(1500);
    const reloaded = this.page.waitForEvent("load", { timeout: PATIENCE });
    await Promise.all([reloaded, this.runCommand("Developer: Reload Window")]);
    await this.ready();
  }

  async setTheme(theme: Theme): Promise<void> {
    const kind = { dark: "vs-dark", light: "vs", "high contrast dark": "hc-black", "high contrast light": "hc-light" };
    const themed = this.page.locator(`.monaco-workbench.${kind[theme]}`);
    await this.retry(`the ${theme} theme`, async () => {
      // A workbench that has just started may not watch its settings yet: change them until it notices.
      await this.server.setTheme(theme === "light" ? "dark" : "light");
      await sleep(300);
      await this.server.setTheme(theme);
      return appears(themed, 3000);
    });
  }

  /** @returns the file's path, for messages. */
  async screenshot(file: string): Promise<string> {
    await mkdir(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }

  // ---------------------------------------------------------------------------------------------------- Explorer

  /** The row of `pred/unet/001.png`, after expanding its folders. */
  explorerItem(path: string): Promise<Locator> {
    return this.retry(`"${path}" in the Explorer`, async () => {
      const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
      const row = await explorerRow(this.page, path);
      if (row === undefined && folder !== "") await this.expandFolder(folder);
      return row;
    });
  }

  async expandFolder(path: string): Promise<void> {
    const row = await this.explorerItem(path);
    if ((await row.getAttribute("aria-expanded")) === "true") return;
    await row.click();
    await this.retry(`folder "${path}" expanded`, async () => (await row.getAttribute("aria-expanded")) === "true");
  }

  /** Selects exactly these paths, with Ctrl, so that none of them opens in an editor. */
  async select(...paths: readonly string[]): Promise<void> {
    // Expanding a folder changes the selection, so every folder is expanded before the first click.
    for (const path of paths) await this.explorerItem(path);
    const selected = this.page.locator(".explorer-folders-view .monaco-list-row.selected");
    while ((await selected.count()) > 0) await selected.first().click({ modifiers: ["Control"] });
    for (const path of paths) await (await this.explorerItem(path)).click({ modifiers: ["Control"] });
  }

  /** Right-clicks an item of the Explorer and chooses an entry; retries until the extension has registered it. */
  async contextMenu(path: string, entry: string): Promise<void> {
    await this.retry(`"${entry}" in the menu of "${path}"`, async () => {
      const item = await this.openMenu(path, entry);
      return item !== undefined && this.choose(item);
    });
  }

  /** Right-clicks a row of a tree view and chooses an entry. */
  async treeMenu(view: string, row: string, entry: string): Promise<void> {
    await this.retry(`"${entry}" in the menu of "${row}"`, async () => {
      await this.treeRow(view, row).first().click({ button: "right" });
      const item = this.page.getByRole("menuitem", { name: entry, exact: true });
      if (await appears(item, 1500)) return this.choose(item);
      await this.page.keyboard.press("Escape");
      return false;
    });
  }

  /** A menu ignores the mouse at first, so that the click that opened it does not also choose: clicks until it goes. */
  private async choose(item: Locator): Promise<true> {
    while (await item.isVisible()) {
      await item.click({ timeout: 1000 }).catch(() => {});
      await sleep(150);
    }
    return true;
  }

  /** The entries of an item's menu once `entry` is among them (the extension registers late); closes the menu. */
  async menuEntries(path: string, entry: string): Promise<string[]> {
    return this.retry(`"${entry}" in the menu of "${path}"`, async () => {
      const item = await this.openMenu(path, entry);
      if (item === undefined) return undefined;
      const entries = await this.page.getByRole("menuitem").allInnerTexts();
      await this.page.keyboard.press("Escape");
      return entries.map((text) => text.trim());
    });
  }

  private async openMenu(path: string, entry: string): Promise<Locator | undefined> {
    await (await this.explorerItem(path)).click({ button: "right" });
    const item = this.page.getByRole("menuitem", { name: entry, exact: true });
    if (await appears(item, 1500)) return item;
    await this.page.keyboard.press("Escape");
    return undefined;
  }

  // ----------------------------------------------------------------------------------- commands and quick inputs

  /** Runs a command by its title in the palette, e.g. "Mask Inspector: Open Sample"; retries until it is registered. */
  async runCommand(title: string): Promise<void> {
    await this.retry(`"${title}" in the command palette`, async () => {
      await this.page.keyboard.press("F1");
      const input = this.quickInput;
      if (!(await appears(input, 3000))) return false;
      // The palette may be closed again by what happens elsewhere: then it is opened anew.
      await input.fill(`>${title}`, { timeout: 3000 });
      const row = this.quickRow(title);
      if (await appears(row, 2000)) {
        await row.click({ timeout: 3000 });
        return true;
      }
      await this.page.keyboard.press("Escape");
      return false;
    });
  }

  /** Picks the entry of an open quick pick whose label begins with `label`. */
  async pickQuick(label: string): Promise<void> {
    const row = this.quickRow(label);
    await this.see(row, `quick pick entry "${label}"`);
    await row.click();
  }

  /** The labels of an open quick pick. */
  async quickEntries(): Promise<string[]> {
    const rows = this.page.locator(".quick-input-list .monaco-list-row");
    await this.see(rows.first(), "a quick pick");
    return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label") ?? ""));
  }

  /** Types into an open quick input, and accepts unless told otherwise. */
  async quickInputType(text: string, { accept = true } = {}): Promise<void> {
    await this.see(this.quickInput, "a quick input");
    await this.quickInput.fill(text);
    if (accept) await this.quickInput.press("Enter");
  }

  /** Names a file in an open file dialog, and accepts. */
  async fileDialog(file: string): Promise<void> {
    // The dialog lists the folder first, and then sets its text again: type until it has taken it.
    const input = this.page.locator(".quick-input-widget:visible input.input");
    await this.see(input, "a file dialog");
    await this.retry(`"${file}" in the file dialog`, async () => {
      await input.fill(file);
      await sleep(300);
      if ((await input.inputValue()) !== file) return false;
      await input.press("Enter");
      await sleep(200);
      return !(await input.isVisible());
    });
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  private get quickInput(): Locator {
    return this.page.locator(".quick-input-widget input.input").first();
  }

  private quickRow(label: string): Locator {
    return this.page.locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(label)}]`).first();
  }

  // ------------------------------------------------------------------------------------ notifications and dialogs

  /** The whole text of the notification that contains `part`, once it shows. */
  async notification(part: string): Promise<string> {
    const message = this.toast(part).locator(".notification-list-item-message").first();
    await this.see(message, `notification "${part}"`);
    return (await message.textContent()) ?? "";
  }

  /** Presses a button of the notification that contains `part`. */
  async notificationAction(part: string, button: string): Promise<void> {
    const target = this.toast(part).getByRole("button", { name: button, exact: true });
    await this.see(target, `button "${button}" of notification "${part}"`);
    await target.click();
  }

  /** Presses a button of the modal dialog, and answers with the dialog's text. */
  async dialog(button: string): Promise<string> {
    const box = this.page.locator(".monaco-dialog-box");
    await this.see(box, `a dialog with "${button}"`);
    const text = (await box.textContent()) ?? "";
    await box.getByRole("button", { name: button }).click();
    return text;
  }

  private toast(part: string): Locator {
    return this.page.locator(".notification-toast").filter({ hasText: part }).first();
  }

  // --------------------------------------------------------------------------------------- views, tabs, webviews

  /** Shows a container of the activity bar. */
  async openActivity(title: string): Promise<void> {
    const label = this.page.locator(`.action-label[aria-label^=${JSON.stringify(title)}]`);
    const tab = this.page.locator(".activitybar .action-item").filter({ has: label }).first();
    await this.see(tab, `"${title}" in the activity bar`);
    await this.retry(`"${title}" showing`, async () => {
      // A click on the container that is showing closes the side bar, and the extension may show it just now: look again.
      const isShowing = async () => (await tab.getAttribute("aria-selected")) === "true";
      if (!(await isShowing())) await tab.click();
      await sleep(300);
      return isShowing();
    });
  }

  /** The texts of a tree view's rows on screen, label and description with one space between. */
  async treeRows(view: string): Promise<string[]> {
    const rows = this.treeRow(view);
    await this.see(rows.first(), `rows in the view "${view}"`);
    return rows.evaluateAll((elements) =>
      elements
        .sort((a, b) => Number(a.getAttribute("data-index")) - Number(b.getAttribute("data-index")))
        .map((row) => [...row.querySelectorAll(".label-name, .label-description")].map((part) => part.textContent))
        .map((parts) => parts.join(" ").trim()),
    );
  }

  /** The rows of a tree view, all or those that contain `text`. */
  treeRow(view: string, text?: string): Locator {
    const rows = this.pane(view).locator(".monaco-list-row");
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Right-clicks a row of a tree view and chooses an entry. */
  async rowMenu(view: string, row: string, entry: string): Promise<void> {
    await this.retry(`"${entry}" in the menu of "${row}"`, async () => {
      await this.treeRow(view, row).click({ button: "right" });
      const item = this.page.getByRole("menuitem", { name: entry, exact: true });
      if (!(await appears(item, 1500))) return false;
      // As in contextMenu: the click that opened the menu must not count.
      while (await item.isVisible()) {
        await item.click({ timeout: 1000 }).catch(() => {});
        await sleep(150);
      }
      return true;
    });
  }

  /** What a view says above its rows. */
  async viewMessage(view: string): Promise<string> {
    return (await this.pane(view).locator(".message").first().textContent()) ?? "";
  }

  /** Presses a button in a view's title bar. */
  async viewAction(view: string, title: string): Promise<void> {
    await this.pane(view).hover();
    const button = this.pane(view).locator(".pane-header").getByRole("button", { name: title });
    await this.see(button, `button "${title}" of the view "${view}"`);
    await button.click();
  }

  /** Titles of the open editor tabs, in order. */
  tabs(): Promise<string[]> {
    return this.page.locator(".tabs-container .tab .label-name").allInnerTexts();
  }

  /** Brings an open editor to the front. */
  async openTab(title: string): Promise<void> {
    const tab = this.page.locator(".tabs-container .tab").filter({ hasText: title }).first();
    await this.see(tab, `the tab "${title}"`);
    await tab.click();
  }

  /** The innermost frame of the webview in which `selector` is present. */
  frame(selector: string, timeoutMs = PATIENCE): Promise<Frame> {
    return this.retry(
      `a webview with ${selector}`,
      async () => {
        for (const frame of this.page.frames()) {
          if (frame === this.page.mainFrame()) continue;
          // A frame may go away while it is asked.
          if (
            (await frame
              .locator(selector)
              .count()
              .catch(() => 0)) > 0
          )
            return frame;
        }
        return undefined;
      },
      timeoutMs,
    );
  }

  private pane(view: string): Locator {
    const header = this.page.locator(`.pane-header[aria-label^=${JSON.stringify(view)}]`);
    return this.page.locator(".split-view-view > .pane").filter({ has: header });
  }

  // ------------------------------------------------------------------------------------------------------ waiting

  private async ready(): Promise<void> {
    await this.see(this.page.locator(".monaco-workbench .part.statusbar"), "the workbench");
  }

  /** Waits until something is visible. */
  async see(locator: Locator, what: string, timeoutMs = PATIENCE): Promise<void> {
    if (!(await appears(locator, timeoutMs))) await this.giveUp(what, timeoutMs);
  }

  /** Repeats `attempt` until its result is neither undefined nor false. */
  async retry<T>(what: string, attempt: () => Promise<T | undefined | false>, timeoutMs = PATIENCE): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    let cause: unknown;
    do {
      try {
        const result = await attempt();
        if (result !== undefined && result !== false) return result;
      } catch (error) {
        cause = error;
      }
      await sleep(150);
    } while (Date.now() < deadline);
    return this.giveUp(what, timeoutMs, cause);
  }

  private async giveUp(what: string, timeoutMs: number, cause?: unknown): Promise<never> {
    const picture = await this.failureScreenshot(what).catch(() => "no screenshot");
    throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what} (${picture})`, { cause });
  }

  /** Writes a picture under out/screenshots/failures, named after what failed. */
  failureScreenshot(what: string): Promise<string> {
    const name = what.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80);
    return this.screenshot(join(outFolder, "screenshots", "failures", `${name}.png`));
  }
}

async function appears(locator: Locator, timeoutMs: number): Promise<boolean> {
  return locator
    .waitFor({ state: "visible", timeout: timeoutMs })
    .then(() => true)
    .catch(() => false);
}

/** Tells a webview's own messages from those of VS Code, which is noisy, and of the page that VS Code puts around it. */
function isFromWebview(url: string, text: string): boolean {
  if (url.includes(".vscode-resource.")) return true;
  return url.includes("/webview/browser/pre/") && !/service worker controller|can escape its sandboxing/.test(text);
}
