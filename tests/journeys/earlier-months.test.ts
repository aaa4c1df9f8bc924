import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jifen/test-kit';
import { demoAccount, issuedAccount } from './accounts.ts';
import { counters, headings, lineOf, now, opensMonth, roster } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, settled, tooWide } from './look.ts';
import { entersPaperOf } from './paper.ts';
import { chooses, type Person, panel, sees, signsIn, textOf } from './person.ts';

const storyMs = 120_000;
const monthsShown = ['1月补录', '2月补录', '3月补录', '4月补录', '5月补录', '6月补录', '7月补录'];

/** The year of 杉湾小学党支部, which settled January to July on paper, and what the county sees of its branches. */
describe('the county and the year so far, in the browser', () => {
  let browser: Browser;
  let county: Person;
  let secretary: Person;
  let member: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    county = await signsIn(browser, demoAccount('县委组织部'));
    secretary = await signsIn(browser, await issuedAccount('p-shanwan-01'));
    member = await signsIn(browser, demoAccount('党员（公示中，杉湾小学）'), 'phone');
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'earlier-months', withinMs: storyMs, people: () => ({ county, secretary, member }) });

  chapter('the county department signs in and sees which branches are late, at which step, since when', async () => {
    await county.page.goto('/');
    const late = panel(county.page, '逾期的支部');
    const lines = async () => (await late.getByRole('listitem').allInnerTexts()).map((line) => line.split('\n').slice(0, 2).join('：'));
    await expectSoon(lines).toContain('县档案和数据中心党支部 9月：公示登记，10月16日截止');
    for (const seat of ['desk', 'phone'] as const) {
      await county.page.setViewportSize(sizes[seat]);
      await expectSoon(async () => [await barriers(county.page), await tooWide(county.page)]).toEqual([[], 0]);
      await keepScreen(county.page, `earlier-months-01-late-${seat}`);
    }
    await county.page.setViewportSize(sizes.desk);
  });

  chapter('it opens one, and reads who has to act, what, and that the day has passed', async () => {
    const late = panel(county.page, '逾期的支部').getByRole('listitem').filter({ hasText: '县档案和数据中心党支部 9月' });
    await late.getByRole('link', { name: '进入' }).click();
    await sees(county.page, '县档案和数据中心党支部9月');
    await settled(county.page);
    await expectSoon(() => now(county)).toMatch(/现在由记录员柯砚桥、支部书记柯耕穗办理公示登记/);
    await expectSoon(() => now(county)).toContain('截止2026年10月16日（周五） 已逾期');
    await expectSoon(() => counters(county)).toMatchObject({ 应报: 12, 已报: 11, 本人未申报: 1 });
    await keepScreen(county.page, 'earlier-months-02-late-branch');
  });

  chapter('a member has only the months that the system has run, until the branch’s paper is entered', async () => {
    await member.page.goto('/sheet');
    await sees(member.page, '截至9月得31分（同期满分31分）');
    await entersPaperOf('shanwan');
    await eventually(
      async () => {
        await member.page.goto('/sheet');
        await settled(member.page);
        const marks = await member.page.locator('.bars .paper-mark').count();
        if (marks !== monthsShown.length) throw new Error(`${marks} months are marked`);
        await sees(member.page, '截至9月得71.27分（同期满分72分）');
      },
      { withinMs: 60_000, everyMs: 1_000 },
    );
  });

  chapter('then the member sees the year so far, which months came from paper, and the reason for each number', async () => {
    const bars = async () => (await member.page.locator('.bars li').allInnerTexts()).map((bar) => bar.split('\n')[0]);
    await expectSoon(bars).toEqual(['4.67／5', '5.6／6', '6／6', '6／6', '6／6', '6／6', '6／6', '5／5', '6／6', '—／6', '—／6', '—／6']);
    await expectSoon(async () => [await barriers(member.page), await tooWide(member.page)]).toEqual([[], 0]);
    await keepScreen(member.page, 'earlier-months-03-sheet-phone');
    await member.page.locator('.bars li').first().getByRole('button').click();
    const why = member.page.getByRole('dialog', { name: '1月为什么是这个分' });
    await sees(why, '补录');
    await sees(why, /部分完成/);
    await keepScreen(member.page, 'earlier-months-04-why-phone');
  });

  chapter('the secretary switches to March, reads that it came from paper, and has nothing to do in it', async () => {
    await opensMonth(secretary, '/branches/shanwan/2026-09');
    await chooses(secretary.page.getByLabel('换一个月或支部'), '2026年3月（补录）');
    await sees(secretary.page, /^以前月份补录：主管党组织于.+录入，依据：纸质台账补录。$/);
    await settled(secretary.page);
    await expectSoon(() => now(secretary)).toBe('本月已经办结。');
    await expectSoon(() => headings(secretary)).toEqual(['积分表', '党员大会', '公示和备案']);
    await expectSoon(() => roster(secretary)).toHaveLength(15);
    await expectSoon(() => lineOf(secretary, member.name)).toEqual(['', '8', member.name, '已报', '—', '—', '6', '', '36.27']);
    await sees(secretary.page, '2026年4月13日（周一）张贴（纸质材料记载）');
    for (const seat of ['desk', 'phone'] as const) {
      await secretary.page.setViewportSize(sizes[seat]);
      await expectSoon(async () => [await barriers(secretary.page), await tooWide(secretary.page)]).toEqual([[], 0]);
      await keepScreen(secretary.page, `earlier-months-05-march-${seat}`);
    }
  });

  chapter('its list is printed with the mark, and offers no objection', async () => {
    const { page } = secretary;
    await page.goto('/print/publicity/shanwan/2026-03/1');
    await sees(page, '2026年3月（补录）');
    const paper = () => textOf(page.getByRole('article'));
    await expectSoon(paper).toContain('2026年4月13日（周一）张贴（纸质材料记载）');
    await expectSoon(paper).not.toContain('有不同意见');
    await keepScreen(page, 'earlier-months-06-print');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
