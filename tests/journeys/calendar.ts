import type { Locator, Page } from 'playwright-core';
import { settled } from './look.ts';
import { opensMenu, type Person } from './person.ts';

/** 工作日历, by the menu. */
export async function opensCalendar(person: Person): Promise<void> {
  await opensMenu(person, '工作日历');
  await person.page.getByRole('table').first().waitFor();
  await settled(person.page);
}

/** A day of the year by its accessible name, which includes its kind. */
export const day = (page: Page, label: string): Locator => page.getByRole('button', { name: label, exact: true });

export async function makes({ page }: Person, days: readonly string[], kind: '法定节假日' | '调休上班日' | '恢复平常'): Promise<void> {
  for (const label of days) await day(page, label).click();
  await page.getByRole('button', { name: kind, exact: true }).click();
}

export async function saves({ page }: Person, year: number, reason: string): Promise<void> {
  await page.getByLabel('修改理由或者依据').fill(reason);
  await page.getByRole('button', { name: `保存${year}年工作日历` }).click();
}

/** What is changed and not saved, line by line. */
export const unsaved = ({ page }: Person): Promise<string[]> =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '撤销', exact: false }) })
    .evaluateAll((lines) => lines.map((line) => line.firstChild?.textContent ?? ''));
