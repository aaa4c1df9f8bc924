import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { type Browser, keepScreen, openBrowser, sizes } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, tooWide } from './look.ts';
import { chooses, opensMenu, type Person, panel, pressesAndConfirms, sees, signsIn } from './person.ts';
import { downloads, opensSchemes, uploads, withItem } from './schemes.ts';

const storyMs = 120_000;

/** Business time is 16 October 2026; months from January to August came from paper. */
describe('the county adjusts the scheme of its villages, in the browser', () => {
  let browser: Browser;
  let county: Person;
  let recorder: Person;
  let file: Awaited<ReturnType<typeof downloads>>;

  beforeAll(async () => {
    browser = await openBrowser();
    county = await signsIn(browser, demoAccount('县委组织部'));
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({ name: 'schemes', withinMs: storyMs, people: () => ({ county, recorder }) });

  const looksRight = async (name: string) => {
    const { page } = county;
    await expectSoon(async () => [await barriers(page), await foreignWords(page)]).toEqual([[], []]);
    await keepScreen(page, `${name}-desk`);
    await page.setViewportSize(sizes.phone);
    await keepScreen(page, `${name}-phone`);
    await expectSoon(() => tooWide(page)).toBe(0);
    await page.setViewportSize(sizes.desk);
  };

  chapter('everybody with a post reads what is in force; only the county is offered to draft', async () => {
    await opensSchemes(recorder);
    await sees(panel(recorder.page, '现行方案'), '无故缺席组织生活');
    await sees(panel(recorder.page, '现行方案'), '每次-0.5分');
    await sees(panel(recorder.page, '现行方案'), '80以上、不满90');
    await expectSoon(() => recorder.page.getByRole('button', { name: '拟一版' }).count()).toBe(0);
    await opensSchemes(county);
    await sees(county.page, '还没有拟过新版');
    await looksRight('schemes-01-in-force');
  });

  chapter('a version is drafted from what is in force, and is taken away as a file', async () => {
    const { page } = county;
    await page.getByRole('button', { name: '拟一版' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '拟稿' }).click();
    await sees(page, '第1版　农村（社区）党员积分制赋分标准');
    await sees(panel(page, '看影响'), '请先检查，没有必须改正的错误再比较。');
    file = await downloads(page);
  });

  chapter('a file that is none is refused with what is wrong in it', async () => {
    const { page } = county;
    await uploads(page, '坏文件.json', '{"format":');
    await sees(page, '不是合格的');
    await uploads(page, '坏文件.json', { ...file, places: 'two', extra: 1 });
    await sees(page, '小数位数：');
    await keepScreen(page, 'schemes-02-unreadable-desk');
  });

  chapter('an item that rules forbid is found with its place and a proposal, and bars the way', async () => {
    const { page } = county;
    await uploads(
      page,
      '改一.json',
      withItem(file, '外出未与支部联系', (item) => {
        item.title = '每日登录';
      }),
    );
    await sees(page, '改好的内容已经换上，请重新检查');
    await panel(page, '检查').getByRole('button', { name: '检查' }).click();
    await sees(panel(page, '检查'), '有1处必须改正，改正以前不能启用。');
    await sees(panel(page, '检查'), '年度积分 › 百分制积分 › 基础分 › 每日登录');
    await sees(panel(page, '检查'), '属于整治形式主义明令禁止的做法');
    await sees(panel(page, '检查'), '建议：改按实际工作成效计分，或者删去。');
    await expectSoon(() => page.getByRole('button', { name: '启用' }).count()).toBe(0);
    await looksRight('schemes-03-findings');
  });

  chapter('mended and checked again, it may go on', async () => {
    const { page } = county;
    const harsher = withItem(file, '无故缺席组织生活', (item) => {
      item.measure = { ...item.measure, usual: '-2' };
    });
    const capped = withItem(harsher, '奖励分', (part) => {
      part.bounds = { atMost: '8' };
    });
    await uploads(page, '改二.json', capped);
    await sees(page, '改好的内容已经换上，请重新检查');
    await panel(page, '检查').getByRole('button', { name: '检查' }).click();
    await sees(panel(page, '检查'), '提醒，请斟酌');
    await sees(panel(page, '方案内容'), '每次-2分');
  });

  chapter('it is compared over the county with this year’s record, and nobody is ranked', async () => {
    const { page } = county;
    await page.getByRole('button', { name: '开始比较' }).click();
    await sees(panel(page, '看影响'), /2026年1月至\d+月的记录，共\d+人。/);
    await sees(panel(page, '看影响'), '得分降低');
    await sees(panel(page, '看影响'), '按得分变化的大小列出，不是积分名次。');
    await looksRight('schemes-04-compared');
    await page.getByRole('button', { name: '我已看过影响' }).click();
    await sees(panel(page, '看影响'), '影响已经看过。');
  });

  chapter('it is adopted from a month that is open nowhere, after its consequences were shown', async () => {
    const { page } = county;
    await panel(page, '启用').getByRole('button', { name: '启用' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '下一步' }).click();
    await sees(dialog, '请填写文号');
    await sees(dialog, '请填写文件日期，不能晚于今天');
    await sees(dialog, '请写明理由');
    await sees(dialog, '这一版改了“奖励分”，今年的年度计划已经按原来的办法制定，所以从2027年1月起才能执行。');
    await looksRight('schemes-05-missing');
    await dialog.getByLabel('文号').fill('澄组通〔2026〕15号');
    await dialog.getByLabel('文件日期').fill('2026-10-12');
    await dialog.getByLabel('理由').fill('无故缺席较多，提高扣分');
    await dialog.getByRole('button', { name: '下一步' }).click();
    await sees(dialog, '从2027年1月起，农村（社区）的各支部都按这一版计分。');
    await sees(dialog, '在第一个月开始办理以前，可以撤回。');
    await looksRight('schemes-06-confirm');
    await page.keyboard.press('Enter');
    await sees(panel(page, '启用'), '从2027年1月起执行，依据澄组通〔2026〕15号，2026年10月12日（周一）印发');
    await looksRight('schemes-07-adopted');
  });

  chapter('a branch’s recorder reads what is coming, with its month', async () => {
    await opensMenu(recorder, '待办');
    await opensSchemes(recorder);
    await sees(panel(recorder.page, '现行方案'), '从2027年1月起改按“农村（社区）党员积分制赋分标准”执行。');
  });

  chapter('it is taken back before its first month', async () => {
    const { page } = county;
    await page.getByLabel('撤回理由').fill('文件文号有误，重新下发');
    await pressesAndConfirms(panel(page, '启用'), '撤回启用');
    await sees(panel(page, '启用'), '已撤回，理由：文件文号有误，重新下发');
    await page.getByRole('link', { name: '返回评分方案' }).click();
    await sees(panel(page, '各版方案'), '已撤回');
    await chooses(page.getByLabel('支部类别'), '两新组织');
    await sees(page, '还没有拟过新版');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
