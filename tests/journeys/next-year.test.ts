import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { makes, opensCalendar, saves } from './calendar.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { followsTodo, opensMenu, type Person, sees, signsIn, todosOf } from './person.ts';

const storyMs = 120_000;
const missing = '2027年工作日历还没有录入';
const unchecked = '2027年工作日历待国务院办公厅公布后核对';

/** Earlier stories have moved time to the end of November. */
describe('next year’s calendar is missing, in the browser', () => {
  let browser: Browser;
  let county: Person;
  let superior: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    county = await signsIn(browser, demoAccount('县委组织部'));
    superior = await signsIn(browser, demoAccount('主管党组织（待签收，桐屿镇党委）'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'next-year', withinMs: storyMs, people: () => ({ county, superior }) });

  chapter('the county finds it among its to-dos and on the page of progress; nobody else does', async () => {
    await expectSoon(() => todosOf(county)).toContain(missing);
    await keepScreen(county.page, 'next-year-01-todo-desk');
    await opensMenu(county, '各支部进度');
    await sees(county.page, missing);
    await keepScreen(county.page, 'next-year-02-progress-desk');
    await expectSoon(() => todosOf(superior)).not.toContain(missing);
    await opensMenu(superior, '各支部进度');
    await expectSoon(() => superior.page.getByText(missing).count()).toBe(0);
  });

  chapter('it is drawn up from weekends alone, and says so', async () => {
    const { page } = county;
    await followsTodo(county, missing);
    await sees(page, '下面只按周末拟出，没有节假日：待国务院办公厅公布后核对。');
    await sees(page, '全年法定节假日0天，调休上班0天。');
    await expectSoon(async () => [await barriers(page), await foreignWords(page)]).toEqual([[], []]);
    await keepScreen(page, 'next-year-03-proposal-desk');
    await page.setViewportSize(sizes.phone);
    await expectSoon(() => tooWide(page)).toBe(0);
    await keepScreen(page, 'next-year-03-proposal-phone');
    await page.setViewportSize(sizes.desk);
  });

  chapter('saved before the holidays are published, it is there, and is to be checked', async () => {
    await saves(county, 2027, '先按周末暂编');
    await sees(county.page, '2027年工作日历已保存');
    await sees(county.page, '待国务院办公厅公布后核对');
    await expectSoon(() => todosOf(county)).toContain(unchecked);
    await expectSoon(() => todosOf(county)).not.toContain(missing);
  });

  chapter('checked and confirmed, nothing is left to be done', async () => {
    const { page } = county;
    await followsTodo(county, unchecked);
    await makes(county, ['1月1日（周五）工作日'], '法定节假日');
    await page.getByLabel('已与国务院办公厅公布的安排核对').check();
    await saves(county, 2027, '国务院办公厅公布的节假日安排');
    await page.getByText('待国务院办公厅公布后核对').waitFor({ state: 'detached' });
    await expectSoon(async () => (await todosOf(county)).filter((title) => title.includes('工作日历'))).toEqual([]);
    await opensMenu(county, '各支部进度');
    await expectSoon(() => county.page.getByText('工作日历').count()).toBe(1);
    await opensCalendar(superior);
    await sees(superior.page, '工作日历由县委组织部录入和修改。');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
