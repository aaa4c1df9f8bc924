import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { comesTo } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { day, makes, opensCalendar, saves, unsaved } from './calendar.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { type Person, sees, signsIn } from './person.ts';

const month = '/branches/qingyun/2026-09';
const storyMs = 120_000;

/** The filing of 青筠果蔬合作社 may be returned within five working days: until Friday, 23 October. */
describe('the county keeps its calendar, in the browser', () => {
  let browser: Browser;
  let county: Person;
  let colleague: Person;
  let recorder: Person;
  let superior: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    county = await signsIn(browser, demoAccount('县委组织部'));
    colleague = await signsIn(browser, demoAccount('县委组织部'));
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
    superior = await signsIn(browser, demoAccount('主管党组织（待签收，桐屿镇党委）'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'calendar', withinMs: storyMs, people: () => ({ county, colleague, recorder, superior }) });

  chapter('everybody may read it, and only the county is offered to change it', async () => {
    await opensCalendar(recorder);
    await sees(recorder.page, '工作日历由县委组织部录入和修改。');
    await recorder.page.getByRole('img', { name: '10月10日（周六）调休上班日' }).waitFor();
    await expectSoon(() => recorder.page.getByRole('button', { name: /^保存/ }).count()).toBe(0);
    await opensCalendar(county);
    await sees(county.page, '全年法定节假日');
    await keepScreen(county.page, 'calendar-01-year-desk');
  });

  chapter('days are chosen by the keyboard alone, and a change is taken back before it is saved', async () => {
    const { page } = county;
    await day(page, '10月16日（周五）工作日').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await sees(page, '已点选2天');
    await page.getByRole('button', { name: '调休上班日', exact: true }).press('Enter');
    await expectSoon(() => unsaved(county)).toEqual([
      '2026年10月17日（周六）：周末改为调休上班日',
      '2026年10月24日（周六）：周末改为调休上班日',
    ]);
    await page.getByRole('button', { name: '撤销10月24日（周六）的修改' }).click();
    await expectSoon(() => unsaved(county)).toEqual(['2026年10月17日（周六）：周末改为调休上班日']);
  });

  chapter('its effect is said before it is saved, and the reason is asked for', async () => {
    const { page } = county;
    await sees(page, '保存后会改变未结束月份的期限');
    await page.getByRole('button', { name: '保存2026年工作日历' }).click();
    await sees(page, '请写明修改理由或者依据');
    await expectSoon(async () => [await barriers(page), await foreignWords(page)]).toEqual([[], []]);
    await keepScreen(page, 'calendar-02-changed-desk');
    await page.setViewportSize(sizes.phone);
    await expectSoon(() => tooWide(page)).toBe(0);
    await keepScreen(page, 'calendar-02-changed-phone');
    await page.setViewportSize(sizes.desk);
  });

  chapter('it is saved, and the deadline of a month that is open is another one', async () => {
    await comesTo(superior, month, '截止2026年10月23日（周五）');
    await opensCalendar(colleague);
    await saves(county, 2026, '防汛演练，周六上班');
    await sees(county.page, '2026年工作日历已保存');
    await sees(county.page, '最近一次修改：2026年10月16日（周五），防汛演练，周六上班');
    await comesTo(superior, month, '截止2026年10月22日（周四）');
  });

  chapter('a colleague who read it before it was saved overwrites nothing, and gets a message', async () => {
    const { page } = colleague;
    await makes(colleague, ['12月31日（周四）工作日'], '法定节假日');
    await saves(colleague, 2026, '元旦前一天');
    await sees(page, '2026年的工作日历刚刚由别的同志改过，您这次的没有保存，填的内容还在。');
    await keepScreen(page, 'calendar-03-conflict-desk');
    await page.getByRole('button', { name: '看现在的内容' }).click();
    await day(page, '10月17日（周六）调休上班日').waitFor();
    await expectSoon(() => unsaved(colleague)).toEqual(['2026年12月31日（周四）：工作日改为法定节假日']);
    await expectSoon(() => page.getByLabel('修改理由或者依据').inputValue()).toBe('元旦前一天');
    await page.getByRole('button', { name: '撤销12月31日（周四）的修改' }).click();
  });

  chapter('what was wrong is put right, and the old deadline is back', async () => {
    await makes(colleague, ['10月17日（周六）调休上班日'], '恢复平常');
    await saves(colleague, 2026, '演练取消');
    await sees(colleague.page, '最近一次修改：2026年10月16日（周五），演练取消');
    await comesTo(superior, month, '截止2026年10月23日（周五）');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
