import { type Page, type Request } from 'playwright-core';
import { pages } from '../../src/privacy/usage/pages.js';
import { until } from './until.js';

const NOBODY = '019b76da-a800-7000-8000-000000000000';

/** What stands over the page one is at, once its router says that it is there and what was begun has been drawn; null before, and while a page is loaded anew. */
const HEADING = `new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    const { status, resolvedLocation } = window.__TSR_ROUTER__?.state ?? {};
    resolve(status === 'idle' && resolvedLocation?.pathname === location.pathname ? document.querySelector('h1')?.textContent ?? null : null);
  })));
})`;

/** Goes to every page there is, as links do, and stays at each until it shows something and asks for nothing more. Gives the headings by page. */
export async function visitEveryPage(page: Page, things: Readonly<Record<string, string>> = {}): Promise<Map<string, string>> {
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  const headings = new Map<string, string>();
  await page.goto('/');
  for (const pattern of pages) {
    const path = pattern.replace(/\$\w+/, things[pattern] ?? NOBODY);
    // A page where one speaks is loaded anew, and may take the wish to go on with it.
    await until(`the way to ${path}`, async () => { await page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)})`); return true; });
    headings.set(pattern, await until(`what ${path} shows`, async () => {
      // What stood there before the last answer came may have been the heading of a page that is read still.
      if (asked.size > 0) return null;
      const heading = await page.evaluate<string | null>(HEADING);
      return asked.size === 0 ? heading : null;
    }));
  }
  return headings;
}
