import { eventually } from '@jifen/test-kit';
import type { Locator, Page } from 'playwright-core';
import type { Account } from './accounts.ts';
import type { Browser, Seat } from './browser.ts';
import { settled } from './look.ts';

/** A person at a screen, who knows only what is on it. */
export type Person = { name: string; page: Page };

const accountLabel = /^账号：(.+)$/;

export async function signsIn(browser: Browser, { signInName, password }: Account, seat: Seat = 'desk'): Promise<Person> {
  const page = await browser.open(seat);
  await page.goto('/');
  await page.getByLabel('账号').fill(signInName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  const account = page.getByRole('button', { name: accountLabel });
  const label = (await account.getAttribute('aria-label')) ?? '';
  return { name: accountLabel.exec(label)?.[1] ?? '', page };
}

/** 待办, reloaded: one line for each to-do. */
export async function todosOf({ page }: Person): Promise<string[]> {
  await page.goto('/');
  await page.getByRole('heading', { name: '待办' }).waitFor();
  await settled(page);
  return page.locator('.todo-title').allInnerTexts();
}

/** Waits for a to-do and follows its button. */
export async function followsTodo(person: Person, title: string): Promise<void> {
  await eventually(
    async () => {
      const titles = await todosOf(person);
      if (!titles.includes(title)) throw new Error(`${person.name} has no to-do “${title}”, but: ${titles.join(' | ') || 'none'}`);
    },
    { withinMs: 60_000, everyMs: 500 },
  );
  const todo = person.page.getByRole('listitem').filter({ has: person.page.getByText(title, { exact: true }) });
  await todo.getByRole('link').click();
  await todo.waitFor({ state: 'detached' });
  await arrives(person.page);
}

export async function opensMenu({ page }: Person, entry: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: entry }).click();
  await arrives(page);
}

/** A page is ready when it has its title and its content. */
async function arrives(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
}

/** The panel of a page by its heading. */
export const panel = (page: Page, title: string): Locator =>
  page.locator('.ant-card').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** Presses a button and confirms. */
export async function pressesAndConfirms(where: Page | Locator, button: string | RegExp): Promise<void> {
  await where.getByRole('button', { name: button, exact: true }).click();
  const page = 'page' in where ? where.page() : where;
  await page.getByRole('dialog').getByRole('button', { name: '确定', exact: true }).filter({ visible: true }).click();
}

/** Chooses from a drop-down list and checks the choice. */
export async function chooses(list: Locator, option: string): Promise<void> {
  const offered = list.page().locator('.ant-select-item-option').filter({ hasText: option }).filter({ visible: true });
  const chosen = list.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")]').filter({ hasText: option });
  await eventually(async () => {
    if (await chosen.isVisible()) return;
    await list.click();
    await offered.first().click({ timeout: 2_000 });
    await chosen.waitFor({ timeout: 2_000 });
  });
}

export const sees = (where: Page | Locator, text: string | RegExp): Promise<void> =>
  where.getByText(text).filter({ visible: true }).first().waitFor();

/** The visible text, not all text of the document. */
// biome-ignore lint/performance/useDomNodeTextContent: hidden text is not read by anybody
export const textOf = (where: Locator): Promise<string> => where.innerText();
