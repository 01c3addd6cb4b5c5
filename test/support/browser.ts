import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
/** The same without a window to draw, and without cameras: a fifth less work for the processor. Where there is none, the browser does it all. */
const SHELL = '/usr/bin/chromium-headless-shell';
/** A page that has not shown by then what it should will not; two browsers and all the rest share two processors. */
const PATIENCE_MS = 45_000;
/** While three files begin at once, a browser may start slowly. */
const START_MS = 120_000;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where a browser is on this machine; null, with one line that says how to get one, when there is none. */
function browserOnThisMachine(): string | null {
  const found = PLACES.find((place) => existsSync(place));
  if (found) return found;
  if (process.env.REQUIRE_ALL) throw new Error('There is no Chromium: apt-get install chromium');
  process.stdout.write('Left out: journeys in a browser (apt-get install chromium)\n');
  return null;
}

const executable = browserOnThisMachine();
const shell = existsSync(SHELL) ? SHELL : executable;

/** Describes what happens in a browser; left out, and counted as skipped, on a machine that has none. */
export function inABrowser(who: string, does: () => void): void {
  // Asked for at each call: what another spec of the same worker was given would lose the name.
  (executable === null ? describe.skip : describe)(who, does);
}

/** Opens pages, notices what they ask of other hosts and what goes wrong in them. */
export class Chromium {
  readonly foreignRequests: string[] = [];
  readonly faults: string[] = [];

  private constructor(private readonly browser: Browser) {}

  /** `flags` may name a camera and a microphone; see `fakeDevices`. */
  static async launch(flags: readonly string[] = []): Promise<Chromium> {
    return new Chromium(await chromium.launch({ executablePath: (flags.length === 0 ? shell : executable) ?? '', args: [...FLAGS, ...flags], timeout: START_MS }));
  }

  /** A window with a cookie jar of its own. */
  async window(url: string, width = 1280): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({ baseURL: url, viewport: { width, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) this.foreignRequests.push(request.url());
    });
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      // A 4xx that a page asks for on purpose is logged by the browser as well; the page shows it in words.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) this.faults.push(message.text());
    });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** A window of a browser that takes no cookie and lets no page store anything; `close` ends the browser. `flags` as of `Chromium.launch`. */
export async function windowWithoutCookies(url: string, flags: readonly string[] = []): Promise<{ page: Page; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'viva-browser-'));
  mkdirSync(join(profile, 'Default'));
  const blocked = 2;
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: blocked } } }));
  const context = await chromium.launchPersistentContext(profile, { executablePath: executable ?? '', args: [...FLAGS, ...flags], timeout: START_MS, baseURL: url, viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return {
    page,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** By how many pixels a page is wider than the narrowest screen on which nothing may be lost (WCAG 2.2, 1.4.10). The window is as before afterwards. */
export async function sticksOut(page: Page): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 900 });
  // The place of a scroll bar is kept free, and is no place for anything else: what is measured is the page, not the window.
  const by = await page.evaluate<number>(`new Promise((resolve) => {
    const { documentElement: root } = document;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Math.max(0, root.scrollWidth - Math.floor(root.getBoundingClientRect().width)))));
  })`);
  if (before) await page.setViewportSize(before);
  return by;
}

/** What axe looks for: nothing of what passes, and nothing that has to be loaded first, which is for rules that are never serious. */
const LOOKED_FOR = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false } satisfies axe.RunOptions;

/** Serious and critical findings of axe on the page as it is, one line each. Our pages have no frames; a page is given axe once, and not for each look. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const violations = await page.evaluate<axe.Result[]>(`axe.run(document, ${JSON.stringify(LOOKED_FOR)}).then(({ violations }) => violations)`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${new URL(page.url()).pathname}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
