import type { Page } from 'playwright-core';
import { settled } from './look.ts';
import { opensMenu, type Person, panel } from './person.ts';

type Item = { title: string; measure?: { usual?: string }; bounds?: { atMost?: string }; parts?: Item[]; part?: Item };
type SchemeFile = { title: string; score: Item };

/** 评分方案, by the menu. */
export async function opensSchemes(person: Person): Promise<void> {
  await opensMenu(person, '评分方案');
  await panel(person.page, '现行方案').waitFor();
  await settled(person.page);
}

/** Downloads the file: reads what the page gives to the browser, because the browser's downloads are not readable here. */
export async function downloads(page: Page): Promise<SchemeFile> {
  const handed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (file) => {
          URL.createObjectURL = make;
          void new Response(file as Blob).text().then(resolve);
          return make.call(URL, file);
        };
      }),
  );
  await page.getByRole('button', { name: '下载文件修改' }).click();
  return JSON.parse(await handed);
}

function itemIn(node: Item, title: string): Item | undefined {
  if (node.title === title) return node;
  for (const part of [...(node.parts ?? []), ...(node.part ? [node.part] : [])]) {
    const found = itemIn(part, title);
    if (found) return found;
  }
  return undefined;
}

/** The file with one item changed, as in an editor. */
export function withItem(file: SchemeFile, title: string, change: (item: Item) => void): SchemeFile {
  const changed = structuredClone(file);
  const item = itemIn(changed.score, title);
  if (!item) throw new Error(`the file has no ${title}`);
  change(item);
  return changed;
}

/** Chooses a file on the page. */
export async function uploads(page: Page, name: string, file: object | string): Promise<void> {
  const buffer = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
  await page.getByLabel('方案文件').setInputFiles({ name, mimeType: 'application/json', buffer });
}
