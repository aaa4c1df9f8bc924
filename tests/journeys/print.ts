import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { settled } from './look.ts';

const papers = resolve(import.meta.dirname, '../../.jifen/test-results/papers');
const pointsPerMm = 72 / 25.4;

export type Paper = { width: number; height: number };

/** Opens a form and prints it as a browser would; the size of each sheet in millimetres. The page then shows what is printed. */
export async function printed(page: Page, path: string): Promise<Paper[]> {
  await page.goto(path);
  await page.locator('article').waitFor();
  await settled(page);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
  await session.detach();
  await page.emulateMedia({ media: 'print' });
  const document = Buffer.from(data, 'base64');
  mkdirSync(papers, { recursive: true });
  writeFileSync(join(papers, `${path.replaceAll('/', '-').slice(1)}.pdf`), document);
  return sheetsOf(document);
}

/** The boxes of the sheets, which are written outside the compressed streams. */
function sheetsOf(document: Buffer): Paper[] {
  const boxes = document.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g);
  const sheets = [...boxes].map(([, width, height]) => ({ width: millimetres(width), height: millimetres(height) }));
  if (sheets.length === 0) throw new Error('a document without a sheet');
  return sheets;
}

const millimetres = (points: string | undefined) => Math.round(Number(points) / pointsPerMm);
