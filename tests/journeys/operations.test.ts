import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { type Person, panel, sees, signsIn, textOf } from './person.ts';

const storyMs = 120_000;
/** What nobody should read on a system that runs; that something is behind or slow is true of a busy machine. */
const broken = /未应答|无法连接|没有提供数字|还不能办理|没有执行程序接受任务|审计记录积压|邮件被拒收/;
const namesOfServers = ['Redis', 'Temporal'];

describe('the system administrator sees how everything is doing, in the browser', () => {
  let browser: Browser;
  let administrator: Person;
  let county: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    administrator = await signsIn(browser, demoAccount('系统管理员'));
    county = await signsIn(browser, demoAccount('县委组织部'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'operations', withinMs: storyMs, people: () => ({ administrator, county }) });

  chapter('it is the administrator’s first page, and the menu has nothing else but the calendar', async () => {
    const { page } = administrator;
    await page.getByRole('heading', { level: 1, name: '运行状况' }).waitFor();
    const menu = page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
    await expectSoon(() => menu.allInnerTexts()).toEqual(['运行状况', '工作日历']);
  });

  chapter('every process answers, and every store is available', async () => {
    const { page } = administrator;
    const rows = panel(page, '各部分').locator('tbody tr.ant-table-row');
    const cells = () => rows.evaluateAll((all) => all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)));
    await expectSoon(cells).toEqual([
      ['网页服务', '正常'],
      ['党员和组织服务', '正常'],
      ['积分服务', '正常'],
      ['通知服务', '正常'],
      ['支部流程执行程序', '正常'],
      ['党员流程执行程序', '正常'],
    ]);
    await expectSoon(() => panel(page, '存储和引擎').getByText('连接正常').count()).toBe(3);
    await sees(page, /^读取时间：/);
    await expectSoon(() => page.getByText(broken).count()).toBe(0);
  });

  chapter('it shows the backlog: records, tasks with their workers, open processes, mails', async () => {
    const { page } = administrator;
    await sees(panel(page, '待送出的内容'), '支部月份');
    const tasks = panel(page, '流程任务');
    await sees(tasks, '支部月度流程');
    const open = tasks.locator('.counters dd').first();
    await expectSoon(async () => Number(await textOf(open)) > 0).toBe(true);
    const pollers = tasks.locator('tbody tr.ant-table-row td:nth-child(4)');
    await expectSoon(async () => (await pollers.allInnerTexts()).map((count) => Number(count) > 0)).not.toContain(false);
    await sees(panel(page, '邮件'), '已发送');
    await sees(panel(page, '邮件'), '邮件队列');
  });

  chapter('everybody can use the page, at the desk and on a phone', async () => {
    const { page } = administrator;
    for (const seat of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[seat]);
      await expectSoon(() => barriers(page)).toEqual([]);
      await expectSoon(() => tooWide(page)).toBe(0);
      await expectSoon(async () => (await foreignWords(page)).filter((word) => !namesOfServers.includes(word))).toEqual([]);
      await keepScreen(page, `operations-01-${seat}`);
    }
    await page.setViewportSize(sizes.desk);
  });

  chapter('it reloads by itself', async () => {
    const { page } = administrator;
    const again = page.waitForResponse((answer) => answer.url().endsWith('/api/operations'), { timeout: 60_000 });
    expect((await again).status()).toBe(200);
  });

  chapter('nobody else is offered it, or may read it', async () => {
    const { page } = county;
    await expectSoon(() => page.getByRole('link', { name: '运行状况' }).count()).toBe(0);
    await page.goto('/operations');
    await sees(page, '您现在担任的职务不能办这件事。');
    await keepScreen(page, 'operations-02-refused-desk');
  });

  chapter('the administrator sees neither people nor scores', async () => {
    const { page } = administrator;
    await page.goto('/branches/lanping/2026-09');
    await sees(page, /没有找到|不能办这件事/);
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
