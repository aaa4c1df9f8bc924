import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { settled } from './look.ts';

const papers = resolve(import.meta.dirname, '../../.jifen/test-results/papers');
const pointsPerMm = 72 / 25.4;

/** A printed page: its size in millimetres and its text without spaces. */
export type Paper = { width: number; height: number; text: string };

/** Opens a form and prints it as a browser would, page by page. The screen then shows the print layout. */
export async function printed(page: Page, path: string): Promise<Paper[]> {
  await page.goto(path);
  await page.locator('article').first().waitFor();
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

async function sheetsOf(document: Buffer): Promise<Paper[]> {
  const read = await getDocumentProxy(new Uint8Array(document));
  const { text } = await extractText(read, { mergePages: false });
  return Promise.all(
    text.map(async (written, index) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await read.getPage(index + 1)).view;
      return { width: millimetres(right - left), height: millimetres(top - bottom), text: plain(written) };
    }),
  );
}

/** The font draws these characters and their radicals alike, and the PDF keeps only the glyph. */
const drawnAlike: Readonly<Record<string, string>> = { '⻚': '页', '⻬': '齐', 戶: '户', '⻘': '青', '⻅': '见' };

const plain = (written: string) =>
  written
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[⻚⻬戶⻘⻅]/g, (drawn) => drawnAlike[drawn] ?? drawn);

const millimetres = (points: number) => Math.round(points / pointsPerMm);
