import { eventually } from '@jifen/test-kit';
import type { Locator, Page } from 'playwright-core';
import { settled } from './look.ts';
import { chooses, type Person, panel, pressesAndConfirms, sees, textOf } from './person.ts';

/** 支部本月, reloaded. */
export async function opensMonth({ page }: Person, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('list', { name: '本月的六个步骤' }).waitFor();
  await settled(page);
}

/** The headings of everything that this person can do or read on the page. */
export const headings = ({ page }: Person): Promise<string[]> => page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts();

/** 现在由谁办、办什么、截止哪天. */
export const now = ({ page }: Person): Promise<string> => textOf(page.locator('.now'));

/** Workflows react to a decision or to the clock a moment later. */
export async function comesTo(person: Person, month: string, says: string): Promise<void> {
  await eventually(
    async () => {
      await opensMonth(person, month);
      const said = await now(person);
      if (!said.includes(says)) throw new Error(`The page does not say “${says}”, but “${said}”`);
    },
    { withinMs: 60_000, everyMs: 500 },
  );
}

/** 应报·已报·代填·未报 as the page counts them. */
export async function counters({ page }: Person): Promise<Record<string, number>> {
  const names = await page.locator('.counters dt').allInnerTexts();
  const counts = await page.locator('.counters dd').allInnerTexts();
  return Object.fromEntries(names.map((name, index) => [name, Number(counts[index])]));
}

/** Everybody's name, in the order of the roster. */
export const roster = async ({ page }: Person): Promise<string[]> => {
  await rowsOf(panel(page, '积分表')).first().waitFor();
  const cells = await rowsOf(panel(page, '积分表')).locator('td:nth-child(3) .strong').allInnerTexts();
  return cells.map((name) => name.trim());
};

/** One member's row in the grid, cell by cell. */
export async function lineOf({ page }: Person, name: string): Promise<string[]> {
  const cells = await rowOf(panel(page, '积分表'), name).locator('td').allInnerTexts();
  return cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
}

export const rowOf = (where: Locator | Page, name: string): Locator => rowsOf(where).filter({ hasText: name }).first();
const rowsOf = (where: Locator | Page): Locator => where.locator('tbody tr.ant-table-row');

/** 考核登记: everything known is filled in already. */
export async function registers({ page }: Person): Promise<void> {
  const registration = panel(page, '考核登记');
  await pressesAndConfirms(registration, /^提交登记/);
  await registration.waitFor({ state: 'detached' });
}

/** What a sheet of cells has on the clipboard, pasted into a cell. */
export const pastes = (cell: Locator, block: string): Promise<void> =>
  cell.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, block);

/** Opens one line, adds a deduction with its basis. */
export async function deducts({ page }: Person, name: string, { item, basis }: { item: string; basis: string }): Promise<void> {
  await page.getByRole('button', { name: `填写${name}的扣分和奖励` }).click();
  const line = page.getByRole('dialog', { name: `${name}的分数` });
  await line.getByRole('button', { name: '添加扣分' }).click();
  await chooses(line.getByRole('combobox', { name: '事项' }), item);
  await line.getByLabel('事由').fill(basis);
  await line.getByRole('button', { name: '确定', exact: true }).click();
  await line.waitFor({ state: 'detached' });
}

/** Changes the task points of one line, with the reason that the drawer asks for. */
export async function adjusts({ page }: Person, name: string, { task, reason }: { task: string; reason: string }): Promise<void> {
  await page.getByRole('button', { name: `调整${name}的分数` }).click();
  const line = page.getByRole('dialog', { name: `${name}的分数` });
  await line.getByRole('textbox', { name: '任务分' }).fill(task);
  await line.getByRole('button', { name: '确定', exact: true }).click();
  await sees(line, '请写明调整理由');
  await line.getByLabel('调整理由').fill(reason);
  await line.getByRole('button', { name: '确定', exact: true }).click();
  await line.waitFor({ state: 'detached' });
}

export async function reviews({ page }: Person): Promise<void> {
  const review = panel(page, '支委会初评');
  await pressesAndConfirms(review, '提交初评');
  await review.waitFor({ state: 'detached' });
}

/** Confirms the line that its own holder left to another. */
export async function passesOwnLine({ page }: Person): Promise<void> {
  const left = panel(page, '办理回避人的初评');
  await pressesAndConfirms(left, '按登记分通过');
  await left.waitFor({ state: 'detached' });
}

export async function posts({ page }: Person, place: string): Promise<void> {
  const posting = panel(page, '公示登记');
  await posting.getByLabel('张贴地点').fill(place);
  await posting.getByRole('button', { name: '登记公示' }).click();
  await posting.waitFor({ state: 'detached' });
}

export async function files({ page }: Person): Promise<void> {
  const filing = panel(page, '上报备案');
  await pressesAndConfirms(filing, '上报备案');
  await filing.waitFor({ state: 'detached' });
}

export async function returns({ page }: Person, reason: string, to?: '公示登记（重新公示）'): Promise<void> {
  const filing = panel(page, '备案');
  if (to !== undefined) await filing.getByLabel(to).check();
  await filing.getByLabel('退回原因').fill(reason);
  await pressesAndConfirms(filing, '退回补正');
  await filing.waitFor({ state: 'detached' });
}

export async function receives({ page }: Person): Promise<void> {
  const filing = panel(page, '备案');
  await pressesAndConfirms(filing, '出具备案回执');
  await filing.getByRole('button', { name: '出具备案回执' }).waitFor({ state: 'detached' });
  await sees(page, /备案回执号：/);
}

/** 延期 of the month's present step; the dialog stays open if the day or the reason is not accepted. */
export async function asksForExtension(
  { page }: Person,
  { step, lastDay, reason }: { step: string; lastDay: string; reason: string },
): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: `${step}延期` });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: '延期', exact: true }).click();
  await dialog.getByLabel('新的截止日').fill(lastDay);
  await dialog.getByLabel('延期理由').fill(reason);
  await dialog.getByRole('button', { name: '确定', exact: true }).click();
  return dialog;
}
