import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { type Person, panel, sees, signsIn, textOf } from './person.ts';

const storyMs = 120_000;
const opened = '请办理：栗坞村党支部9月考核登记';

describe('messages, in the browser', () => {
  let browser: Browser;
  let recorder: Person;
  let member: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
    member = await signsIn(browser, demoAccount('党员（公示中，杉湾小学）'), 'phone');
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'messages', withinMs: storyMs, people: () => ({ recorder, member }) });
  const messages = ({ page }: Person) => panel(page, '消息');
  const message = (person: Person, title: string) => messages(person).getByRole('listitem').filter({ hasText: title });

  chapter('are in groups by the day, and those of a step that is done are done', async () => {
    await recorder.page.goto('/');
    await sees(message(recorder, opened), '未读');
    await expectSoon(() => messages(recorder).getByRole('heading', { level: 3 }).allInnerTexts()).toContain('更早');
    await sees(message(recorder, '9月积分申报开始'), '已办');
    await expectSoon(async () => [await barriers(recorder.page), await tooWide(recorder.page), await foreignWords(recorder.page)]).toEqual([
      [],
      0,
      [],
    ]);
    await keepScreen(recorder.page, 'messages-01-desk');
  });

  chapter('open what they are about, and are then read', async () => {
    await message(recorder, opened).getByRole('link').click();
    await recorder.page.waitForURL('**/branches/liwu/2026-09');
    await recorder.page.goto('/');
    await sees(message(recorder, opened), '已读');
  });

  chapter('are marked as read all at once, on the phone too', async () => {
    await member.page.goto('/');
    await sees(messages(member), /\d+条未读/);
    await keepScreen(member.page, 'messages-02-phone');
    await messages(member).getByRole('button', { name: '全部标为已读' }).click();
    await expectSoon(() => textOf(messages(member))).not.toContain('未读');
    await expectSoon(() => messages(member).getByRole('button', { name: '全部标为已读' }).count()).toBe(0);
    await keepScreen(member.page, 'messages-03-all-read-phone');
  });

  chapter('the demo is moved on by whoever holds a post, after a question; a member is not offered it', async () => {
    const tools = (person: Person) => person.page.getByRole('button', { name: '演示', exact: true });
    await expectSoon(() => tools(member).count()).toBe(0);
    const before = await textOf(recorder.page.getByText('业务日期：').first());
    await tools(recorder).click();
    await recorder.page.getByRole('menuitem', { name: '推进一个工作日' }).click();
    await sees(recorder.page.getByRole('dialog'), '推进以后不能退回。');
    await keepScreen(recorder.page, 'messages-04-advance-asked');
    await recorder.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await expectSoon(() => textOf(recorder.page.getByText('业务日期：').first())).toBe(before);
    await recorder.page.setViewportSize(sizes.phone);
    await sees(recorder.page, '演示系统');
    await keepScreen(recorder.page, 'messages-05-phone-of-staff');
  });

  it('no page complained', () => expect(browser.complaints()).toEqual([]));
});
