import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jifen/test-kit';
import { demoAccount, issuedAccount } from './accounts.ts';
import { adjusts, comesTo, files, headings, now, opensMonth, posts, receives } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { opensCalendar } from './calendar.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { countsVotes, entersResult, notesAttendance } from './meeting.ts';
import { chooses, type Person, panel, pressesAndConfirms, sees, signsIn, textOf } from './person.ts';
import { printed } from './print.ts';
import { quarterOf } from './quarter.ts';

const storyMs = 180_000;
const january = '/branches/qingyun/2027-01';
const february = '/branches/qingyun/2027-02';
const march = '/branches/qingyun/2027-03';
const together = '2027年第一季度（1月、2月、3月）季度评议';

/** 青筠果蔬合作社党支部 has six members and no committee; its party day is the 8th. Earlier stories have moved time to the end of November 2026. */
describe('a quarter that is evaluated at once, in the browser', () => {
  let browser: Browser;
  let county: Person;
  let secretary: Person;
  let superior: Person;
  let branch: ReturnType<typeof quarterOf>;

  beforeAll(async () => {
    branch = quarterOf('qingyun');
    browser = await openBrowser();
    county = await signsIn(browser, demoAccount('县委组织部'));
    secretary = await signsIn(browser, await issuedAccount('p-qingyun-01'));
    superior = await signsIn(browser, demoAccount('主管党组织（待签收，桐屿镇党委）'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'quarter', withinMs: storyMs, people: () => ({ county, secretary, superior }) });
  const common = () => panel(secretary.page, together);
  const rows = async () => {
    const lines = await common().locator('tbody tr.ant-table-row').allInnerTexts();
    return lines.map((line) => line.split(/\s+/).filter((cell) => cell !== ''));
  };

  chapter('the county settles it from January on, with its reason, and others only read it', async () => {
    const { page } = county;
    await opensCalendar(secretary);
    await sees(panel(secretary.page, '评议周期'), '评议周期由县委组织部决定。');
    await opensCalendar(county);
    const settings = panel(page, '评议周期');
    await settings.getByRole('button', { name: '调整评议周期' }).click();
    await settings.getByLabel('按季度评议').check();
    await settings.getByRole('button', { name: '保存评议周期' }).click();
    for (const missing of ['请选从哪个月起执行', '请写明依据或者理由']) await sees(settings, missing);
    await chooses(settings.getByLabel('从哪个月起执行'), '2027年1月');
    await settings.getByLabel('依据或者理由').fill('县委组织部2027年工作安排');
    await expectSoon(async () => [await barriers(page), await foreignWords(page)]).toEqual([[], []]);
    await keepScreen(page, 'quarter-01-settings-desk');
    await page.setViewportSize(sizes.phone);
    await keepScreen(page, 'quarter-01-settings-phone');
    await expectSoon(() => tooWide(page)).toBe(0);
    await page.setViewportSize(sizes.desk);
    await pressesAndConfirms(settings, '保存评议周期');
    await sees(settings, '2027年1月起按季度评议');
    await secretary.page.reload();
    await sees(panel(secretary.page, '评议周期'), '2027年1月起按季度评议');
  });

  chapter('January is registered and reviewed, and waits for March without being late', async () => {
    const { page } = secretary;
    await branch.plans();
    await branch.untilNoonOf('2027-01-04');
    await branch.opens('2027-01');
    await branch.untilNoonOf('2027-02-05');
    await branch.registers('2027-01', 400);
    await branch.reviews('2027-01');
    await branch.opens('2027-02');
    await branch.untilNoonOf('2027-03-10');
    await branch.opens('2027-03');
    await comesTo(secretary, january, '等2027年3月的党员大会一并评定');
    await expectSoon(() => now(secretary)).not.toContain('逾期');
    await sees(page, '本月与2027年3月一并评议');
    await expectSoon(() => headings(secretary)).not.toContain('录入会议结果');
    await expectSoon(async () => [await barriers(page), await foreignWords(page)]).toEqual([[], []]);
    await keepScreen(page, 'quarter-02-january-waits-desk');
    await page.setViewportSize(sizes.phone);
    await keepScreen(page, 'quarter-02-january-waits-phone');
    await expectSoon(() => tooWide(page)).toBe(0);
    await page.setViewportSize(sizes.desk);
  });

  chapter('in the county’s matrix it stands as waiting for the quarter; who has not registered February is late', async () => {
    const { page } = county;
    await page.goto('/progress');
    await sees(page, '待季度评议');
    await keepScreen(page, 'quarter-03-progress-desk');
    const waiting = page.locator('tr').filter({ hasText: '待季度评议' }).locator('.step-now');
    await expectSoon(() => waiting.getAttribute('class')).toBe('step-now');
    await page.getByLabel('只看逾期').check();
    await sees(page.locator('tr').filter({ hasText: '青筠果蔬合作社党支部' }), '2027年2月');
    await expectSoon(() => page.getByText('待季度评议').count()).toBe(0);
  });

  chapter('March cannot meet while February is not reviewed, and says so before anybody has tried', async () => {
    const { page } = secretary;
    await branch.untilNoonOf('2027-04-08');
    await branch.registers('2027-03', 600);
    await branch.reviews('2027-03');
    await branch.registers('2027-02', 500);
    await comesTo(secretary, march, '党员大会评定');
    await sees(page, '2027年2月与本月一并评议，现在是“支委会初评”，会议结果还不能录入。请先由支部委员（不设支委会的，由书记）办完初评。');
    await expectSoon(() => headings(secretary)).not.toContain('录入会议结果');
    await keepScreen(page, 'quarter-04-march-not-ready-desk');
    await branch.reviews('2027-02');
    await comesTo(secretary, february, '等2027年3月的党员大会一并评定');
  });

  chapter('on paper the meeting has every member with each month’s points and their sum', async () => {
    const [sheet] = await printed(secretary.page, '/print/meeting/qingyun/2027-03');
    expect(sheet?.text).toContain('本次会议一并评定2027年第一季度(1月、2月、3月)的积分。');
    expect(sheet?.text).toContain('序号姓名1月2月3月合计');
  });

  chapter('one meeting settles all three months, and changes a line of January', async () => {
    const { page } = secretary;
    await opensMonth(secretary, march);
    await expectSoon(async () => (await rows()).map((cells) => cells.slice(2))).toEqual(
      Array.from({ length: 6 }, () => ['4', '5', '6', '15']),
    );
    const before = await rows();
    await keepScreen(page, 'quarter-05-march-meeting-desk');
    await notesAttendance(secretary, []);
    const voters = Number(/\d+/.exec(await textOf(panel(page, '录入会议结果').locator('.meeting-number').nth(1)))?.[0]);
    await countsVotes(secretary, { 赞成: voters, 反对: 0, 弃权: 0 });
    await panel(page, '录入会议结果').getByRole('button', { name: '会上的调整' }).click();
    await sees(page, '2027年1月的各行');
    const name = before[1]?.[1] ?? '';
    await adjusts(secretary, `1月${name}`, { task: '1', reason: '一月缺席主题党日' });
    await keepScreen(page, 'quarter-06-march-changes-desk');
    await entersResult(secretary, '通过', '一次评定三个月。');
    await comesTo(secretary, january, '公示登记');
    await comesTo(secretary, february, '公示登记');
    await opensMonth(secretary, march);
    await expectSoon(async () => (await rows()).slice(0, 2)).toEqual([before[0], ['2', name, '1', '5', '6', '12']]);
  });

  chapter('the one list is posted, and every month is in publicity', async () => {
    const { page } = secretary;
    const [sheet] = await printed(page, '/print/publicity/qingyun/2027-03/1');
    expect(sheet?.text).toContain('青筠果蔬合作社党支部2027年第一季度积分公示表');
    await keepScreen(page, 'quarter-07-publicity-print');
    await page.emulateMedia({ media: 'screen' });
    await branch.untilNoonOf('2027-04-09');
    await opensMonth(secretary, march);
    await posts(secretary, '厂区党务公开栏');
    for (const month of [january, february, march]) await comesTo(secretary, month, '公示中');
  });

  chapter('it is filed and received once, and every month has it', async () => {
    const { page } = secretary;
    await branch.untilNoonOf('2027-04-19');
    await comesTo(secretary, march, '上报备案');
    await sees(page, '一并上报2027年第一季度（1月、2月、3月）的名单。');
    await keepScreen(page, 'quarter-08-filing-desk');
    await files(secretary);
    for (const month of [january, february]) await comesTo(secretary, month, '已随2027年3月一并上报备案');
    await opensMonth(superior, march);
    await receives(superior);
    await eventually(
      async () => {
        await opensMonth(secretary, january);
        await sees(page, '备案回执号：202703-qingyun-1');
      },
      { withinMs: 60_000 },
    );
    await keepScreen(page, 'quarter-09-january-filed-desk');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
