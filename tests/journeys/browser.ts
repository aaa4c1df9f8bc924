import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startBrowser } from '../../infra/local/bootstrap/browser.mjs';
import { oldBrowser } from '../../infra/local/bootstrap/old-browser.mjs';
import { freePorts } from '../../infra/local/bootstrap/ports.mjs';
import { settled } from './look.ts';
import { systemAt } from './system.ts';

const checkout = resolve(import.meta.dirname, '../..');
const screens = join(checkout, '.jifen/test-results/screens');
const patienceMs = 30_000;

export type Seat = 'desk' | 'phone';

export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export type Browser = {
  /** A person's own window: nobody else's session is in it. */
  open(seat?: Seat): Promise<Page>;
  version(): string;
  /** Errors in the browser's console, violations of the content policy included. */
  complaints(): readonly string[];
  close(): Promise<void>;
};

type Chromium = Awaited<ReturnType<typeof chromium.connectOverCDP>>;
type Age = 'present' | 'of-windows-7';
const started = new Map<Age, Promise<Chromium>>();

/** The browsers of all journeys of a process; they end with the process. */
async function start(age: Age): Promise<Chromium> {
  const [port = 0] = await freePorts(1);
  const given = age === 'present' ? undefined : await oldBrowser();
  const { cdpUrl } = await startBrowser({ dataDir: join(systemAt('JIFEN_DATA_DIR'), `browser-${age}-${process.pid}`), port, given });
  const driven = await chromium.connectOverCDP(cdpUrl);
  driven.once('disconnected', () => started.delete(age));
  return driven;
}

/** Windows for a file of tests. */
export async function openBrowser(age: Age = 'present'): Promise<Browser> {
  const starting = started.get(age) ?? start(age);
  started.set(age, starting);
  const driven = await starting;
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    async open(seat = 'desk') {
      const phone = seat === 'phone' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {};
      const context = await driven.newContext({ baseURL: systemAt('CONSOLE_URL'), locale: 'zh-CN', viewport: sizes[seat], ...phone });
      contexts.push(context);
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !isAnswer(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    version: () => driven.version(),
    complaints: () => complaints,
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}

/** The browser itself logs every answer that is not a success; a refusal is an expected answer. */
const isAnswer = (text: string) => text.startsWith('Failed to load resource: the server responded with');

/** Kept for people to look at: `.jifen/test-results/screens`. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await settled(page);
  const fullPage = !(await page.getByRole('dialog').first().isVisible());
  if (fullPage) await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage });
}
