import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jifen/test-kit';
import type { Locator, Page } from 'playwright-core';
import { issuedAccount } from './accounts.ts';
import { pledgesAsked, saysOf, submits } from './application.ts';
import { counters, headings, now, opensMonth, roster } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { chooses, opensMenu, type Person, sees, signsIn, todosOf } from './person.ts';

const storyMs = 120_000;
const september = { chengnan: '/branches/chengnan/2026-09', office: '/branches/tongyujiguan/2026-09' };
const people = '/branches/tongyujiguan/people';
const extended = '褚宁棠';
const telephoned = '柏棠伯';
const departed = '简笃舟';
const successor = '臧畅棠';
const reason = '随子女在外住院，十九日以前回不来';
const meetingTodo = '桐屿镇机关党支部9月党员大会评定：录入会议结果';

/** It is Friday, 16 October. 澄南社区 takes applications until the 19th and registers until the 20th; 桐屿镇机关 has its meeting before it. */
describe('what concerns one member, in the browser', () => {
  let browser: Browser;
  const cast: Record<string, Person> = {};
  const who = (name: string): Person => {
    const person = cast[name];
    if (!person) throw new Error(`${name} has not signed in`);
    return person;
  };
  const enters = async (name: string, personId: string, seat: 'desk' | 'phone' = 'desk') => {
    cast[name] = await signsIn(browser, await issuedAccount(personId), seat);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    await enters('secretary', 'p-chengnan-01');
    await enters('recorder', 'p-chengnan-06');
    await enters('clerk', 'p-tongyu-02');
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'members', withinMs: storyMs, people: () => cast });

  async function opensNotReported(person: Person): Promise<Locator> {
    await opensMonth(person, september.chengnan);
    await person.page.getByRole('button', { name: '未报人员和电话' }).click();
    return person.page.getByRole('dialog', { name: '未报人员和电话' });
  }
  const itemOf = (list: Locator, name: string) => list.getByRole('listitem').filter({ hasText: name });
  const confirms = (dialog: Locator) => dialog.getByRole('button', { name: '确定', exact: true }).click();
  const goesOn = (dialog: Locator) => dialog.getByRole('button', { name: '下一步', exact: true }).click();
  /** What was filled in is read once more before it is recorded. */
  async function records(dialog: Locator, readAgain: string): Promise<void> {
    await goesOn(dialog);
    await sees(dialog, readAgain);
    await dialog.getByRole('button', { name: '记录', exact: true }).click();
  }

  /** The page as it stands, at the desk and on a phone: usable, not too wide, in Chinese. */
  async function looksWell({ page }: Person, screen: string): Promise<void> {
    for (const seat of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[seat]);
      await expectSoon(async () => [await barriers(page), await tooWide(page), await foreignWords(page)]).toEqual([[], 0, []]);
      await keepScreen(page, `members-${screen}-${seat}`);
    }
    await page.setViewportSize(sizes.desk);
  }

  chapter('the secretary is told why a day will not do, and nothing that was typed is lost', async () => {
    const secretary = who('secretary');
    const list = await opensNotReported(secretary);
    await itemOf(list, extended).getByRole('button', { name: '个别延期' }).click();
    const dialog = secretary.page.getByRole('dialog', { name: `给${extended}同志延期` });
    const typed = () => Promise.all([dialog.getByLabel('新的截止日').inputValue(), dialog.getByLabel('延期理由').inputValue()]);
    const types = async (day: string, why: string) => {
      await dialog.getByLabel('新的截止日').fill(day);
      await dialog.getByLabel('延期理由').fill(why);
      await confirms(dialog);
    };
    await types('2026-10-15', '   ');
    await sees(dialog, '请选比现在的截止日更晚的工作日，不能早于今天');
    await sees(dialog, '请写明延期理由');
    await expectSoon(typed).toEqual(['2026-10-15', '   ']);
    await types('2026-10-21', reason);
    await sees(dialog, '个别延期最多到登记截止的那一天，也就是2026年10月20日（周二）。请选更早的工作日；还不够的，请上级把登记延期。');
    await expectSoon(typed).toEqual(['2026-10-21', reason]);
    await looksWell(secretary, '01-extension-refused');
    await dialog.getByLabel('新的截止日').fill('2026-10-20');
    await confirms(dialog);
    await dialog.waitFor({ state: 'detached' });
    await sees(itemOf(list, extended), '延期到2026年10月20日（周二）');
  });

  chapter('the member reads the later day on the form and applies; another member keeps the day of all', async () => {
    await enters('another', 'p-chengnan-15', 'phone');
    await opensMenu(who('another'), '申报');
    await sees(who('another').page, /^最晚2026年10月19日（周一）提交/);
    await enters('member', 'p-chengnan-18', 'phone');
    const member = who('member');
    await opensMenu(member, '申报');
    await sees(member.page, /^最晚2026年10月20日（周二）提交/);
    await keepScreen(member.page, 'members-02-own-day-phone');
    for (const pledge of await pledgesAsked(member)) await saysOf(member, pledge, '完成');
    await submits(member);
  });

  chapter('the recorder enters what a member said on the telephone', async () => {
    const recorder = who('recorder');
    const list = await opensNotReported(recorder);
    await expectSoon(() => itemOf(list, telephoned).getByRole('button', { name: '个别延期' }).count()).toBe(0);
    await itemOf(list, telephoned).getByRole('link', { name: '代填' }).click();
    await sees(recorder.page, `您正在替${telephoned}同志代填`);
    for (const pledge of await pledgesAsked(recorder)) await saysOf(recorder, pledge, '完成');
    await recorder.page.getByRole('radio', { name: '电话里本人说的' }).check();
    await expectSoon(() => recorder.page.getByLabel('本人在纸质申请上签字的日期').count()).toBe(0);
    await looksWell(recorder, '03-by-telephone');
    await submits(recorder, '提交代填');
    await sees(recorder.page, '代填（待本人确认）');
    await sees(recorder.page, `按本人电话代填，代填人：记录员${recorder.name}`);
  });

  chapter('the member sees that it was entered by telephone, and confirms it; the recorder sees that', async () => {
    await enters('telephoned', 'p-chengnan-24', 'phone');
    const member = who('telephoned');
    await opensMenu(member, '申报');
    await sees(member.page, '代填（待本人确认）');
    await sees(member.page, `按本人电话代填，代填人：记录员${who('recorder').name}`);
    await sees(member.page, '请核对支部按您在电话里说的代填的内容。没有确认，不影响后面的办理；内容不对的，请告诉记录员，或者撤回修改。');
    await keepScreen(member.page, 'members-04-to-confirm-phone');
    await member.page.getByRole('button', { name: '确认代填内容' }).click();
    await sees(member.page, '代填（本人已确认）');
    await keepScreen(member.page, 'members-05-confirmed-phone');
    await opensMonth(who('recorder'), september.chengnan);
    const row = who('recorder').page.locator('tbody tr').filter({ hasText: telephoned }).first();
    await sees(row, '代填（本人已确认）');
  });

  chapter('the township clerk records a death with its document, and is told what is missing', async () => {
    const clerk = who('clerk');
    await opensMonth(clerk, september.office);
    await clerk.page.getByRole('link', { name: '党员变动' }).click();
    const row = clerk.page.locator('tbody tr').filter({ hasText: departed });
    await row.waitFor();
    await expectSoon(() => clerk.page.getByRole('heading', { name: '党员变动' }).count()).toBe(1);
    await looksWell(clerk, '06-people');
    await row.getByRole('button', { name: '记录变动' }).click();
    const dialog = clerk.page.getByRole('dialog', { name: `记录${departed}同志的变动` });
    await goesOn(dialog);
    for (const missing of ['请选变动', '请选日期', '请写明文号或者依据']) await sees(dialog, missing);
    await chooses(dialog.getByLabel('变动'), '去世');
    await dialog.getByLabel('日期').fill('2026-10-17');
    await dialog.getByLabel('文号或者依据').fill('桐屿镇党委〔2026〕31号');
    await records(dialog, `${departed}同志2026年10月17日（周六）去世，依据：桐屿镇党委〔2026〕31号。记录以后不能收回。`);
    await sees(dialog, '变动的日期还没有到。请填今天或者以前的日期。');
    await expectSoon(() => dialog.getByLabel('文号或者依据').inputValue()).toBe('桐屿镇党委〔2026〕31号');
    await dialog.getByLabel('日期').fill('2026-10-15');
    await records(dialog, `${departed}同志2026年10月15日（周四）去世，依据：桐屿镇党委〔2026〕31号。记录以后不能收回。`);
    await dialog.waitFor({ state: 'detached' });
    await sees(row, '2026年10月15日（周四）去世');
    await expectSoon(() => row.getByRole('button').count()).toBe(0);
  });

  chapter('the recorder reads who has left the month, and why; the line is gone', async () => {
    await enters('before', 'p-tongyujiguan-04');
    const before = who('before');
    await expectSoon(async () => {
      await opensMonth(before, september.office);
      return [(await roster(before)).includes(departed), (await counters(before)).应报];
    }).toEqual([false, 17]);
    await sees(before.page, `本月离开的同志：${departed}，2026年10月15日（周四）去世。`);
    await looksWell(before, '07-month-without-line');
  });

  chapter('the clerk records that the recorder’s post passes on', async () => {
    await expectSoon(() => todosOf(who('before'))).toContain(meetingTodo);
    const clerk = who('clerk');
    await clerk.page.goto(people);
    await clerk.page.getByRole('button', { name: '记录换任' }).click();
    const dialog = clerk.page.getByRole('dialog', { name: '记录换任' });
    await goesOn(dialog);
    for (const missing of ['请选职务', '请选新任的同志', '请选任职日期', '请选任期结束的日期', '请写明文号或者依据'])
      await sees(dialog, missing);
    await chooses(dialog.getByLabel('职务'), '记录员');
    await chooses(dialog.getByLabel('新任的同志'), successor);
    await dialog.getByLabel('任职日期').fill('2026-10-16');
    await dialog.getByLabel('任期到').fill('2029-10-15');
    await dialog.getByLabel('文号或者依据').fill('桐屿镇党委〔2026〕32号');
    await keepScreen(clerk.page, 'members-08-post-filled-desk');
    await records(
      dialog,
      `自2026年10月16日（周五）起，记录员由${successor}同志担任，任期到2029年10月15日（周一），依据：桐屿镇党委〔2026〕32号。`,
    );
    await dialog.waitFor({ state: 'detached' });
  });

  chapter('the new recorder has the to-do and may enter the result', async () => {
    await enters('after', 'p-tongyujiguan-06');
    const after = who('after');
    await expectSoon(() => todosOf(after)).toContain(meetingTodo);
    await opensMonth(after, september.office);
    await expectSoon(() => headings(after)).toContain('录入会议结果');
    await expectSoon(() => now(after)).toContain(`记录员${successor}`);
  });

  chapter('a recorder reads the list of members, and is not offered to record anything', async () => {
    const { page } = who('after');
    await page.goto(people);
    await sees(page, '2026年10月15日（周四）去世');
    await expectSoon(() => page.getByRole('main').getByRole('button').count()).toBe(0);
  });

  chapter('a member without a post is refused, on the page and by every route, and told what to do', async () => {
    await enters('plain', 'p-tongyujiguan-12');
    const { page } = who('plain');
    await page.goto(people);
    await sees(page, '您现在担任的职务不能办这件事。请由应当办理的人办理。');
    const leaving = { standing: 'death', on: '2026-10-15', document: '桐屿镇党委〔2026〕33号' };
    const post = {
      role: 'recorder',
      deputy: false,
      memberId: 'm-tongyujiguan-12',
      from: '2026-10-16',
      until: '2029-10-15',
      document: '自荐',
    };
    const extension = { lastDay: '2026-10-20', reason };
    const routes = [
      ['/api/members/m-tongyujiguan-13/standing', leaving],
      ['/api/branches/tongyujiguan/posts', post],
      ['/api/branches/tongyujiguan/extensions/2026-09/members/m-tongyujiguan-12', extension],
    ] as const;
    const answers = await Promise.all(routes.map(([path, body]) => answerOf(page, path, body)));
    expect(answers).toEqual(routes.map(() => [403, 'forbidden']));
  });

  chapter('the recorder of before has it no longer, at the latest when what the console knows of their posts is a minute old', async () => {
    const before = who('before');
    await eventually(async () => expect(await todosOf(before)).not.toContain(meetingTodo), { withinMs: 90_000, everyMs: 500 });
    await opensMonth(before, september.office);
    await expectSoon(() => headings(before)).not.toContain('录入会议结果');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});

/** What a route answers to somebody who sends to it what no page of theirs offers. */
const answerOf = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([to, sent]) => {
      const headers = { 'x-jifen': '1', 'content-type': 'application/json' };
      const answer = await fetch(to, { method: 'PUT', headers, body: sent });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    },
    [path, JSON.stringify(body)] as const,
  );
