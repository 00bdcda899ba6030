import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { ensureChromium } from "./install.js";

/** A file in a browser without a network. */
export interface OfflinePage {
  readonly page: Page;
  /** Addresses that the page asked for, beside its own and what is inside it. */
  requests(): readonly string[];
  close(): Promise<void>;
}

/** Opens an HTML file as a person would who was sent it. @throws Error when there is no Chromium. */
export async function openOffline(file: string): Promise<OfflinePage> {
  const chromium = await ensureChromium();
  if (!chromium.available) throw new Error(chromium.reason);
  const browser = await launchBrowser(chromium.executable);
  const page = await browser.newPage({ offline: true });
  const own = pathToFileURL(file).href;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(own);
  return {
    page,
    requests: () => asked.filter((url) => url !== own && !url.startsWith("data:")),
    close: () => browser.close(),
  };
}
