import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { demoAccount } from './accounts.ts';
import { comesTo } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { chooses, opensMenu, type Person, sees, signsIn } from './person.ts';

const storyMs = 120_000;
const reason = '全县防汛值守';

/** September: three branches have their review before them: 栗坞村 until 20 October, 澄南社区 until the 22nd, 岚坪村, which was given more time, until the 26th. */
describe('the county extends a step for all branches, in the browser', () => {
  let browser: Browser;
  let county: Person;
  let superior: Person;
  let recorder: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    county = await signsIn(browser, demoAccount('县委组织部'));
    superior = await signsIn(browser, demoAccount('主管党组织（待签收，桐屿镇党委）'));
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'extension-for-all', withinMs: storyMs, people: () => ({ county, superior, recorder }) });
  const dialog = (): Locator => county.page.getByRole('dialog', { name: '全县延期' });
  const next = () => dialog().getByRole('button', { name: '下一步' }).click();

  chapter('only the county is offered to do it', async () => {
    await opensMenu(superior, '各支部进度');
    await expectSoon(() => superior.page.getByRole('button', { name: '全县延期' }).count()).toBe(0);
    await opensMenu(county, '各支部进度');
    await county.page.getByRole('button', { name: '全县延期' }).click();
    await next();
    for (const missing of ['请选月份', '请选步骤', '请选今天或者以后的工作日', '请写明延期理由']) await sees(dialog(), missing);
  });

  chapter('it is shown how many branches the extension concerns, before it is given', async () => {
    await chooses(dialog().getByLabel('月份'), '2026年9月');
    await chooses(dialog().getByLabel('步骤'), '支委会初评');
    await sees(dialog(), '还没有办完这一步的支部3个，已经办完的5个不受影响。');
    await dialog().getByLabel('新的截止日').fill('2026-10-24');
    await dialog().getByLabel('延期理由').fill(reason);
    await sees(dialog(), '其中2个支部的截止日会改变，其余支部的截止日本来就不早于这一天。');
    await expectSoon(async () => [await barriers(county.page), await foreignWords(county.page)]).toEqual([[], []]);
    await keepScreen(county.page, 'extension-for-all-01-filled-desk');
    await county.page.setViewportSize(sizes.phone);
    await expectSoon(() => tooWide(county.page)).toBe(0);
    await keepScreen(county.page, 'extension-for-all-01-filled-phone');
    await county.page.setViewportSize(sizes.desk);
  });

  chapter('a Saturday will not do, and what was filled in stays', async () => {
    await next();
    await sees(dialog(), '把全县2026年9月支委会初评的截止日延到2026年10月24日（周六），涉及2个支部。');
    await keepScreen(county.page, 'extension-for-all-02-confirm-desk');
    await dialog().getByRole('button', { name: '确定延期' }).click();
    await sees(dialog(), '2026年10月24日（周六）不是工作日，不能作为截止日。请改为工作日。');
    await expectSoon(() => dialog().getByLabel('延期理由').inputValue()).toBe(reason);
    await keepScreen(county.page, 'extension-for-all-03-refused-desk');
  });

  chapter('until Wednesday it is given, and a branch reads its new day', async () => {
    await dialog().getByLabel('新的截止日').fill('2026-10-21');
    await sees(dialog(), '其中1个支部的截止日会改变，其余支部的截止日本来就不早于这一天。');
    await next();
    await dialog().getByRole('button', { name: '返回修改' }).click();
    await next();
    await dialog().getByRole('button', { name: '确定延期' }).click();
    await sees(county.page, '全县9月支委会初评已经延期到2026年10月21日（周三），1个支部的截止日已按此改变');
    await dialog().waitFor({ state: 'detached' });
    await comesTo(recorder, '/branches/liwu/2026-09', '截止2026年10月21日（周三）');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
