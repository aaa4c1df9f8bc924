import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoAccount, issuedAccount } from './accounts.ts';
import { counters, headings, now, opensMonth, pastes } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser, type Seat, sizes } from './browser.ts';
import { expectSoon } from './expect-soon.ts';
import { barriers, foreignWords, partsTooWide, settled, tooWide } from './look.ts';
import { chooses, type Person, panel, sees, signsIn, textOf } from './person.ts';

const posts = {
  党员: '党员（公示中，杉湾小学）',
  记录员: '记录员（待登记，栗坞村）',
  支委: '支委会委员（待初评，岚坪村）',
  书记: '支部书记（待录入表决，桐屿镇机关）',
  公示记录员: '记录员（待公示，县档案和数据中心）',
  主管: '主管党组织（待签收，桐屿镇党委）',
  县: '县委组织部',
} as const;
type Post = keyof typeof posts;

/** Every page, by somebody who works with it. */
const pages: [name: string, post: Post, path: string][] = [
  ['todos', '党员', '/'],
  ['application', '党员', '/application'],
  ['own-branch-month', '党员', '/branches/shanwan/2026-09'],
  ['sheet', '党员', '/sheet'],
  ['registration', '记录员', '/branches/liwu/2026-09'],
  ['on-behalf', '记录员', '/branches/liwu/2026-09/application/m-liwu-20'],
  ['telephone', '记录员', '/telephone'],
  ['review', '支委', '/branches/lanping/2026-09'],
  ['meeting', '书记', '/branches/tongyujiguan/2026-09'],
  ['posting', '公示记录员', '/branches/danganshuju/2026-09'],
  ['closed-month', '公示记录员', '/branches/danganshuju/2026-08'],
  ['deliveries', '公示记录员', '/deliveries'],
  ['receipt', '主管', '/branches/qingyun/2026-09'],
  ['progress', '主管', '/progress'],
  ['progress-of-the-county', '县', '/progress'],
  ['calendar', '县', '/calendar'],
  ['calendar-to-read', '党员', '/calendar'],
  ['not-found', '主管', '/nowhere'],
];
const minute = 60_000;

describe('the screens', () => {
  let browser: Browser;
  const people: Partial<Record<Post, Person>> = {};

  beforeAll(async () => {
    browser = await openBrowser();
  }, minute);

  afterAll(async () => {
    await browser?.close();
  });

  async function sitting(post: Post, seat: Seat): Promise<Person> {
    const person = people[post] ?? (await signsIn(browser, demoAccount(posts[post])));
    people[post] = person;
    await person.page.setViewportSize(sizes[seat]);
    return person;
  }

  describe.each(['desk', 'phone'] as const)('at the %s', (seat) => {
    it(
      'the sign-in can be used by everybody',
      async () => {
        const page = await browser.open(seat);
        await page.goto('/sign-in');
        await page.getByRole('button', { name: '登录' }).waitFor();
        await expectSoon(async () => [await barriers(page), await tooWide(page), await foreignWords(page)]).toEqual([[], 0, []]);
        await keepScreen(page, `screen-sign-in-${seat}`);
        await page.context().close();
      },
      minute,
    );

    it.each(pages)(
      '%s can be used by everybody',
      async (name, post, path) => {
        const { page } = await sitting(post, seat);
        await page.goto(path);
        await page.getByRole('main').waitFor();
        await settled(page);
        await expectSoon(() => page.getByRole('button', { name: '重试' }).count()).toBe(0);
        await expectSoon(() => barriers(page)).toEqual([]);
        await expectSoon(() => tooWide(page)).toBe(0);
        await expectSoon(() => foreignWords(page)).toEqual([]);
        await keepScreen(page, `screen-${name}-${seat}`);
      },
      minute,
    );

    it(
      'the list of forms to print can be used by everybody, and opened without a mouse',
      async () => {
        const { page } = await sitting('记录员', seat);
        await page.goto('/branches/liwu/2026-09');
        await page.getByRole('button', { name: '打印单张用表' }).focus();
        await page.keyboard.press('Enter');
        const forms = page.locator('.ant-dropdown').getByRole('menuitem');
        await forms.first().waitFor();
        await expectSoon(() => forms.allInnerTexts()).toEqual([
          '积分申请表（每人一页）',
          '考核登记表',
          '支委会初评表',
          '签到表',
          '党员大会评定记录',
        ]);
        await expectSoon(() => barriers(page)).toEqual([]);
        await expectSoon(() => tooWide(page)).toBe(0);
        await expectSoon(() => foreignWords(page)).toEqual([]);
        await keepScreen(page, `screen-forms-${seat}`);
      },
      minute,
    );

    it.each([
      ['who-has-not-applied', '记录员', '/branches/liwu/2026-09', '未报人员和电话'],
      ['line', '支委', '/branches/lanping/2026-09', /^调整.+的分数$/],
      ['why', '党员', '/sheet', /8月/],
      ['remind', '主管', '/progress', /^催办.+2026年9月$/],
      ['extension', '主管', '/branches/lanping/2026-09', '延期'],
    ] as [string, Post, string, string | RegExp][])(
      'the drawer %s can be used by everybody',
      async (name, post, path, button) => {
        const { page } = await sitting(post, seat);
        await page.goto(path);
        await page.getByRole('button', { name: button }).first().click();
        await page.getByRole('dialog').waitFor();
        await expectSoon(() => barriers(page)).toEqual([]);
        await expectSoon(() => tooWide(page)).toBe(0);
        await expectSoon(() => foreignWords(page)).toEqual([]);
        await keepScreen(page, `screen-drawer-${name}-${seat}`);
      },
      minute,
    );
  });

  it(
    'a sheet is read on a phone without scrolling any part of it sideways',
    async () => {
      const { page } = await sitting('党员', 'phone');
      await page.goto('/sheet');
      await page.getByRole('list', { name: '加减分明细' }).getByRole('listitem').first().waitFor();
      await expectSoon(() => partsTooWide(page)).toBe(0);
    },
    minute,
  );

  it(
    'a deduction is asked for its grounds and kept within the base points; the drawer says how much is still wrong',
    async () => {
      const { page } = await sitting('支委', 'desk');
      await page.goto('/branches/lanping/2026-09');
      await page
        .getByRole('button', { name: /^调整.+的分数$/ })
        .first()
        .click();
      const line = page.getByRole('dialog');
      const amounts = line.getByRole('textbox', { name: '分数', exact: true });
      await line.getByRole('button', { name: '添加扣分' }).click();
      await line.getByRole('button', { name: '确定', exact: true }).click();
      await sees(line, '还有4处需要改正');
      await chooses(line.getByRole('combobox', { name: '事项' }), '无故缺席组织生活');
      await amounts.fill('99');
      await sees(line, '扣分合计不能超过基础分20分');
      await expectSoon(() => barriers(page)).toEqual([]);
      await amounts.fill('20');
      await sees(line, '请写明事由或者依据');
      await line.getByRole('textbox', { name: /^依据/ }).fill('签到表');
      await sees(line, '还有1处需要改正');
      await line.getByLabel('调整理由').fill('\u200b\u3164');
      await sees(line, '请写明调整理由');
      await line.getByLabel('调整理由').fill('按签到表核对');
      await expectSoon(() => page.getByText('需要改正').count()).toBe(0);
    },
    minute,
  );

  it(
    'a part of a form that is folded away opens where something is wrong in it',
    async () => {
      const { page } = await sitting('书记', 'desk');
      await page.goto('/branches/tongyujiguan/2026-09');
      const entry = panel(page, '录入会议结果');
      await entry.getByRole('button', { name: '全部到会' }).click();
      const folded = entry.getByText('单独表决', { exact: true });
      await folded.click();
      await entry.getByRole('button', { name: '添加单独表决' }).click();
      await entry.getByRole('radiogroup', { name: '表决结果' }).getByLabel('通过', { exact: true }).check();
      await folded.click();
      const line = entry.getByRole('combobox', { name: '表决对象' });
      await line.waitFor({ state: 'hidden' });
      await entry.getByRole('button', { name: '提交会议结果' }).click();
      await sees(entry, '还有1处需要改正');
      await expectSoon(() => line.evaluate((input) => input === document.activeElement)).toBe(true);
      await entry.getByRole('button', { name: '删除' }).click();
      await expectSoon(() => page.getByText('需要改正').count()).toBe(0);
    },
    minute,
  );

  it(
    'a dialog says what keeps it from going on',
    async () => {
      const { page } = await sitting('县', 'desk');
      await page.goto('/progress');
      await page.getByRole('button', { name: '全县延期' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '下一步' }).click();
      await sees(dialog, '还有4处需要改正');
      await chooses(dialog.getByRole('combobox', { name: '月份' }), '2026年9月');
      await chooses(dialog.getByRole('combobox', { name: '步骤' }), '考核登记');
      await dialog.getByLabel('新的截止日').fill('2026-10-16');
      await dialog.getByLabel('延期理由').fill('防汛');
      await dialog.getByRole('button', { name: '下一步' }).click();
      await expectSoon(() => textOf(dialog.getByRole('alert'))).toBe('这些支部的截止日本来就不早于新的截止日，请选更晚的工作日。');
    },
    minute,
  );

  it(
    'somebody without a mouse signs in and registers the branch',
    async () => {
      const page = await browser.open();
      const { signInName, password } = await issuedAccount('p-liwu-05');
      await page.goto('/sign-in');
      await page.getByRole('button', { name: '登录' }).waitFor();
      await page.keyboard.type(signInName);
      await page.keyboard.press('Tab');
      await page.keyboard.type(password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '待办' }).waitFor();
      const recorder = { name: '', page };
      await opensMonth(recorder, '/branches/liwu/2026-09');
      const cells = panel(page, '考核登记').getByRole('textbox', { name: /的任务分$/ });
      await cells.first().focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('5.5');
      await page.keyboard.press('Enter');
      await page.keyboard.type('4');
      await page.keyboard.press('ArrowUp');
      await expectSoon(() => cells.first().inputValue()).toBe('5.5');
      await expectSoon(() => cells.nth(1).inputValue()).toBe('4');
      await expectSoon(() => cells.first().evaluate((cell) => cell === document.activeElement)).toBe(true);
      await submitsByKeys(page);
      await sees(panel(page, '考核登记'), '还有2处需要改正');
      await pastesBlock(page, ['5.5\t第三周没有交记录', '五分\t缺两次学习记录']);
      await expectSoon(() => cells.nth(1).inputValue()).toBe('五分');
      await sees(panel(page, '考核登记'), '还有1处需要改正');
      await cells.nth(1).focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('5');
      await expectSoon(() => page.getByText('需要改正').count()).toBe(0);
      await submitsByKeys(page);
      await tabsTo(page, '确定');
      await page.keyboard.press('Enter');
      await panel(page, '考核登记').waitFor({ state: 'detached' });
      await expectSoon(() => now(recorder)).toContain('办理支委会初评');
      await expectSoon(() => headings(recorder)).not.toContain('考核登记');
      await expectSoon(() => counters(recorder)).toMatchObject({ 应报: 24 });
    },
    3 * minute,
  );

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});

/** From a cell to the button that sends, and presses it. */
async function submitsByKeys(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Enter');
  await expectSoon(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^提交登记/);
  await page.keyboard.press('Enter');
}

/** Rows of another sheet by name, and one of somebody who is not in the list: it is looked at before it is filled in. */
async function pastesBlock(page: Page, values: [string, string]): Promise<void> {
  const registration = panel(page, '考核登记');
  const names = await registration.locator('tbody tr .strong').allInnerTexts();
  const block = [`${names[1]}\t${values[1]}`, `${names[0]}\t${values[0]}`, '查无此人\t6'].join('\r\n');
  await pastes(registration.getByRole('textbox', { name: /的任务分$/ }).first(), block);
  const preview = page.getByRole('dialog', { name: '核对粘贴的内容' });
  await sees(preview, '共3行，1行没有问题；1行填入后还要改正；1行对不上人，不填入');
  await sees(preview, '请填数字，最多两位小数');
  await sees(preview, '名单里没有这个人');
  for (const seat of ['phone', 'desk'] as const) {
    await page.setViewportSize(sizes[seat]);
    await expectSoon(() => barriers(page)).toEqual([]);
    await expectSoon(() => tooWide(page)).toBe(0);
    await keepScreen(page, `screen-pasted-${seat}`);
  }
  await page.keyboard.press('Enter');
  await preview.waitFor({ state: 'detached' });
  await sees(registration, '查无此人 6（名单里没有这个人）');
}

/** Presses Tab until a button has the focus, as somebody without a mouse would. */
async function tabsTo(page: Page, button: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name: button }).filter({ visible: true }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to ${button} by keyboard`);
}
