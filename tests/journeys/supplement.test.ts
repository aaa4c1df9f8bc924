import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuedAccount } from './accounts.ts';
import { comesTo, counters, files, headings, lineOf, opensMonth, posts, receives, returns } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { workingDaysPass } from './clock.ts';
import { expectSoon } from './expect-soon.ts';
import { isNotified } from './mail-catcher.ts';
import { answersYes, objects } from './objections.ts';
import { followsTodo, opensMenu, type Person, sees, signsIn } from './person.ts';

const month = '/branches/xincai/2026-09';
const storyMs = 180_000;
const statement = '第四周的走访表当月已经交给支部，请核实。';
const answer = '经核实，走访表9月28日已经收到，登记时漏看，任务分改为6分。';

/** September of 澄禾新材料企业联合党支部: its list is posted again, one line is objected to and comes in a supplement (补充公示). */
describe('an objection that is upheld, in the browser', () => {
  let browser: Browser;
  let member: Person;
  let recorder: Person;
  let secretary: Person;
  let superior: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    member = await signsIn(browser, await issuedAccount('p-xincai-10'), 'phone');
    recorder = await signsIn(browser, await issuedAccount('p-xincai-04'));
    secretary = await signsIn(browser, await issuedAccount('p-xincai-01'));
    superior = await signsIn(browser, await issuedAccount('p-xianzhi-01'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'supplement', withinMs: storyMs, people: () => ({ member, recorder, secretary, superior }) });

  /** The points of one line after every step, and the year so far. */
  const valuesOf = async (person: Person) => (await lineOf(person, member.name)).slice(3);

  chapter('a list that named nobody to object to is returned and posted again', async () => {
    await followsTodo(recorder, '澄禾新材料企业联合党支部9月上报备案');
    await files(recorder);
    await followsTodo(superior, '澄禾新材料企业联合党支部9月备案：出具回执，或者退回补正');
    await returns(superior, '张贴的公示表没有写受理电话，请重新公示。', '公示登记（重新公示）');
    await followsTodo(recorder, '澄禾新材料企业联合党支部9月公示登记');
    await sees(recorder.page, '退回原因：张贴的公示表没有写受理电话，请重新公示。');
    await posts(recorder, '一号车间公告栏');
    await sees(recorder.page, '公示中（还剩5个工作日）');
  });

  chapter('a member objects to their own line, and only that line is held back', async () => {
    await opensMonth(member, month);
    await objects(member, statement);
    await keepScreen(member.page, 'supplement-01-objection-phone');
    await expectSoon(async () => {
      await opensMonth(recorder, month);
      return counters(recorder);
    }).toMatchObject({ 应报: 11, 异议: 1, 暂缓公示: 1 });
    await sees(recorder.page, '名单10人，暂缓公示1人');
    await sees(recorder.page, `暂缓公示：${member.name}`);
    await opensMonth(member, month);
    await expectSoon(() => headings(member)).not.toContain('书面答复');
  });

  chapter('the rest is filed on time and gets its receipt', async () => {
    await workingDaysPass(superior, 6);
    await comesTo(recorder, month, '办理上报备案');
    await files(recorder);
    await followsTodo(superior, '澄禾新材料企业联合党支部9月备案：出具回执，或者退回补正');
    await receives(superior);
    await keepScreen(superior.page, 'supplement-02-rest-filed');
  });

  chapter('the secretary upholds the objection in writing, with the new points', async () => {
    await followsTodo(secretary, '澄禾新材料企业联合党支部9月有异议待书面答复');
    await expectSoon(() => valuesOf(secretary)).toEqual(['5.66', '5.66', '5.66', '5.66', '', '30.16']);
    await answersYes(secretary, member.name, { task: '6', answer });
    await keepScreen(secretary.page, 'supplement-03-upheld');
    await isNotified('xincai10@chenghe.invalid', '您提出的异议已书面答复');
    await opensMonth(member, month);
    await sees(member.page, answer);
    await sees(member.page, '异议成立');
  });

  chapter('when the list can no longer be returned, the line comes in a supplement of its own', async () => {
    await workingDaysPass(superior, 6);
    await comesTo(recorder, month, '办理公示登记');
    await followsTodo(recorder, '澄禾新材料企业联合党支部9月公示登记');
    await expectSoon(() => valuesOf(recorder)).toEqual(['5.66', '5.66', '5.66', '6', answer, '30.5']);
    await posts(recorder, '一号车间公告栏');
    await sees(recorder.page, '补充公示（第3轮）');
    await sees(recorder.page, '名单1人');
    await keepScreen(recorder.page, 'supplement-04-posted');
    await recorder.page.goto('/print/publicity/xincai/2026-09/3');
    await recorder.page.getByRole('heading', { name: '澄禾新材料企业联合党支部9月积分公示表（补充公示）' }).waitFor();
    const listed = recorder.page.locator('article tbody tr');
    await expectSoon(async () => (await listed.allInnerTexts()).map((row) => row.split('\t'))).toEqual([
      ['1', member.name, '19.5', '6', '0', '0', '6', '30.5', '补充公示'],
    ]);
  });

  chapter('the supplement is filed after its own five working days', async () => {
    await workingDaysPass(superior, 6);
    await comesTo(recorder, month, '办理上报备案');
    await files(recorder);
    await followsTodo(superior, '澄禾新材料企业联合党支部9月备案：出具回执，或者退回补正');
    await receives(superior);
    await sees(superior.page, /^备案回执号：202609-xincai-2$/);
    await sees(superior.page, /^备案回执号：202609-xincai-3$/);
    await keepScreen(superior.page, 'supplement-05-filed');
  });

  chapter('the member reads the new number and why', async () => {
    await opensMenu(member, '积分');
    await sees(member.page, '截至9月得30.5分（同期满分31分）');
    const entries = member.page.getByRole('list', { name: '加减分明细' }).getByRole('listitem');
    const latest = async () => (await entries.allInnerTexts()).slice(0, 2);
    await expectSoon(async () => (await latest()).map((entry) => entry.split('\n').at(-1))).toEqual(['+6', '-5.66']);
    await expectSoon(async () => (await latest())[1]).toContain('更正（原记录保留）');
    await keepScreen(member.page, 'supplement-06-sheet-phone');
    await member.page.getByRole('button', { name: /9月/ }).click();
    const why = member.page.getByRole('dialog', { name: '9月为什么是这个分' });
    await sees(why, '已备案');
    await sees(why, '任务分6：由支部评定（本月上限6分）');
    await keepScreen(member.page, 'supplement-07-why-phone');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
