import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { asksForExtension, comesTo, now, opensMonth } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { type Person, sees, signsIn, todosOf } from './person.ts';

const month = '/branches/lanping/2026-09';
const todo = '岚坪村党支部9月支委会初评';
const reason = '汛期值守，支委会推迟召开';
const storyMs = 120_000;

/** September of 岚坪村党支部, whose committee has until its party day, 19 October, for its review. It is Friday, 16 October. */
describe('a superior’s extension, in the browser', () => {
  let browser: Browser;
  let committeeMember: Person;
  let superior: Person;
  let county: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    committeeMember = await signsIn(browser, demoAccount('支委会委员（待初评，岚坪村）'));
    superior = await signsIn(browser, demoAccount('主管党组织（待签收，桐屿镇党委）'));
    county = await signsIn(browser, demoAccount('县委组织部'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'extension', withinMs: storyMs, people: () => ({ committeeMember, superior, county }) });

  const extendButtons = ({ page }: Person) => page.getByRole('button', { name: '延期', exact: true }).count();

  chapter('the branch sees its deadline, and is not offered to move it', async () => {
    await opensMonth(committeeMember, month);
    await expectSoon(() => now(committeeMember)).toContain('截止2026年10月19日（周一）');
    await expectSoon(() => extendButtons(committeeMember)).toBe(0);
  });

  chapter('the supervising committee is shown what is missing, and that a Saturday is not allowed', async () => {
    await opensMonth(superior, month);
    const empty = await asksForExtension(superior, { step: '支委会初评', lastDay: '', reason: '' });
    await sees(empty, '现在的截止日是2026年10月19日（周一）。');
    await sees(empty, '请选比现在的截止日更晚的工作日，不能早于今天');
    await sees(empty, '请写明延期理由');
    const saturday = await asksForExtension(superior, { step: '支委会初评', lastDay: '2026-10-24', reason });
    await sees(saturday, '2026年10月24日（周六）不是工作日，不能作为截止日。请改为工作日。');
    await keepScreen(superior.page, 'extension-01-saturday');
  });

  chapter('it gives the review until Friday, and the page shows the new day and the meeting after it', async () => {
    const dialog = await asksForExtension(superior, { step: '支委会初评', lastDay: '2026-10-23', reason });
    await dialog.waitFor({ state: 'detached' });
    await comesTo(superior, month, '截止2026年10月23日（周五），还剩5个工作日');
    await expectSoon(() => now(superior)).toContain('党员大会定在2026年10月23日（周五）');
    await keepScreen(superior.page, 'extension-02-given');
  });

  chapter('the committee of the branch reads the new day in its to-do and on its page', async () => {
    const { page } = committeeMember;
    await expectSoon(async () => {
      await todosOf(committeeMember);
      const own = page.getByRole('listitem').filter({ has: page.getByText(todo, { exact: true }) });
      return own.allInnerTexts();
    }).toEqual([expect.stringContaining('截止2026年10月23日（周五）')]);
    await comesTo(committeeMember, month, '截止2026年10月23日（周五），还剩5个工作日');
  });

  chapter('the county organisation department gives one more working day', async () => {
    await opensMonth(county, month);
    const dialog = await asksForExtension(county, { step: '支委会初评', lastDay: '2026-10-26', reason: '全县防汛' });
    await dialog.waitFor({ state: 'detached' });
    await comesTo(county, month, '截止2026年10月26日（周一），还剩6个工作日');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
