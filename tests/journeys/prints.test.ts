import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount, issuedAccount } from './accounts.ts';
import { opensMonth } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser } from './browser.ts';
import { expectSoon } from './expect-soon.ts';
import { type Person, signsIn, textOf } from './person.ts';
import { printed } from './print.ts';

const formMs = 60_000;
const upright = { width: 210, height: 297 };
const lying = { width: 297, height: 210 };

describe('the printed forms', () => {
  let browser: Browser;
  let recorder: Person;
  let member: Person;
  let reviewer: Person;
  let other: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
    member = await signsIn(browser, demoAccount('党员（公示中，杉湾小学）'), 'phone');
    reviewer = await signsIn(browser, demoAccount('支委会委员（待初评，岚坪村）'));
    other = await signsIn(browser, await issuedAccount('p-chengnan-06'));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
  });

  const columnsOf = ({ page }: Person, table: string) => page.getByRole('table', { name: table }).getByRole('columnheader').allInnerTexts();

  it(
    '积分公示表 is A4 and says from when to when, and to whom to object',
    async () => {
      const sheets = await printed(recorder.page, '/print/publicity/liwu/2026-08/1');
      expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
      await expectSoon(() => columnsOf(recorder, '栗坞村党支部8月积分公示表')).toEqual([
        '序号',
        '姓名',
        '基础分余额',
        '任务分',
        '奖励分',
        '另行加分',
        '本月',
        '累计',
        '备注',
      ]);
      const text = await textOf(recorder.page.locator('article'));
      expect(text).toMatch(/公示时间：2026年9月\d+日（周.）至2026年9月\d+日（周.）/);
      expect(text).toMatch(/有不同意见的，请向...?反映，电话126\d{8}。/);
      await keepScreen(recorder.page, 'print-1-publicity');
    },
    formMs,
  );

  it(
    '积分考核登记表 lies across A4',
    async () => {
      const sheets = await printed(recorder.page, '/print/registration/liwu/2026-08');
      expect(sheets.every((one) => one.width === lying.width && one.height === lying.height)).toBe(true);
      const columns = ['序号', '姓名', '党小组', '类别', '出勤', '扣分事由', '申请分', '登记分', '奖励分', '依据', '记录员'];
      await expectSoon(() => columnsOf(recorder, '栗坞村党支部8月积分考核登记表')).toEqual(columns);
      await keepScreen(recorder.page, 'print-2-registration');
    },
    formMs,
  );

  it(
    '党员大会评定记录 has the numbers, the resolution and the lines to sign on',
    async () => {
      const sheets = await printed(recorder.page, '/print/meeting/liwu/2026-08');
      expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
      const columns = ['开会日期', '应到会', '有表决权', '实到', '其中有表决权', '请假', '赞成／反对／弃权', '决议'];
      await expectSoon(() => columnsOf(recorder, '栗坞村党支部8月党员大会评定记录')).toEqual(columns);
      const text = await textOf(recorder.page.locator('article'));
      for (const line of ['主持人签字', '记录人签字', '监票人签字', '签到表附后', '通过']) expect(text).toContain(line);
      await keepScreen(recorder.page, 'print-3-meeting');
    },
    formMs,
  );

  it(
    '签到表 has everybody in the order of the roster with room to sign, the column heads on every page',
    async () => {
      const sheets = await printed(recorder.page, '/print/attendance/liwu/2026-09');
      expect(sheets.map(({ width, height }) => ({ width, height }))).toEqual([upright, upright]);
      const title = '栗坞村党支部9月党员大会签到表';
      await expectSoon(() => columnsOf(recorder, title)).toEqual(['序号', '姓名', '应到', '有表决权', '实到（本人签字）', '请假（事由）']);
      const rows = recorder.page.getByRole('table', { name: title }).locator('tbody tr');
      await expectSoon(() => rows.count()).toBe(24);
      await expectSoon(async () => (await rows.first().locator('td').allInnerTexts()).map((cell) => cell.trim())).toEqual([
        '1',
        expect.any(String),
        '√',
        '√',
        '',
        '',
      ]);
      expect(sheets[0]?.text).toContain('桐屿镇党委栗坞村党支部2026年9月打印日期:2026年');
      for (const [index, { text }] of sheets.entries()) {
        expect(text).toContain('序号姓名应到有表决权实到(本人签字)请假(事由)');
        expect(text).toContain(`第${index + 1}页,共2页本表由党员积分管理系统打印,与系统记录一致${title}`);
        expect(text).not.toMatch(/[A-Za-z]/);
      }
      await keepScreen(recorder.page, 'print-6-attendance');
    },
    formMs,
  );

  it(
    '签到表 says after the meeting who was there and who had leave',
    async () => {
      await printed(recorder.page, '/print/attendance/liwu/2026-08');
      const rows = recorder.page.getByRole('table', { name: '栗坞村党支部8月党员大会签到表' }).locator('tbody tr');
      await expectSoon(async () => (await rows.first().locator('td').allInnerTexts()).slice(2)).toEqual(['√', '√', '到会', '　']);
    },
    formMs,
  );

  it(
    '积分申请表 of a whole branch is printed in one go, a page for each member',
    async () => {
      const sheets = await printed(recorder.page, '/print/applications/liwu/2026-09');
      expect(sheets.map(({ width, height }) => ({ width, height }))).toEqual(Array.from({ length: 24 }, () => upright));
      const names = await recorder.page.getByRole('table', { name: '申请人' }).locator('tbody td:first-child').allInnerTexts();
      for (const [index, { text }] of sheets.entries()) {
        expect(text).toContain('栗坞村党支部9月积分申请表桐屿镇党委栗坞村党支部2026年9月打印日期:');
        expect(text).toContain(`姓名序号党小组类别${names[index]}${index + 1}`);
        for (const part of [
          '序号承诺分值完成情况没有全部完成的,写一句话',
          '加分事项加分依据(文件名称、文号或者证明人)分数',
          '申请分:任务分申请分:奖励分',
        ])
          expect(text).toContain(part);
        for (const part of ['本人签字', '代填人签字', `第${index + 1}页,共24页`]) expect(text).toContain(part);
        expect(text).not.toMatch(/[A-Za-z]/);
      }
    },
    2 * formMs,
  );

  it(
    '积分申请表 is for the pen before the member applied, and filled in afterwards',
    async () => {
      const [blank] = await printed(other.page, '/print/applications/chengnan/2026-09/m-chengnan-03');
      expect(blank?.text).toMatch(/□完成□部分完成□未完成/);
      expect(blank?.text).not.toContain('☑');
      expect(blank?.text).toContain('请在2026年10月19日(周一)以前填好签字,交给记录员');
      await keepScreen(other.page, 'print-7-application-blank');
      const filled = await printed(member.page, '/print/applications/shanwan/2026-09/m-shanwan-08');
      expect(filled).toHaveLength(1);
      expect(filled[0]?.text).toMatch(/☑完成□部分完成□未完成/);
      expect(filled[0]?.text).toContain('2026年9月28日(周一)09:30由本人申报。');
      expect(filled[0]?.text).not.toContain('请在');
      await keepScreen(member.page, 'print-8-application-filled');
    },
    formMs,
  );

  it(
    '支委会初评表 has what was registered, room for the committee, who leaves out their own line, and a line for each to sign',
    async () => {
      const sheets = await printed(reviewer.page, '/print/review/lanping/2026-09');
      expect(sheets.map(({ width, height }) => ({ width, height }))).toEqual([upright]);
      const title = '岚坪村党支部9月支委会初评表';
      await expectSoon(() => columnsOf(reviewer, title)).toEqual(['序号', '姓名', '登记分', '初评分', '理由', '回避人']);
      const rows = await reviewer.page.getByRole('table', { name: title }).locator('tbody tr').all();
      const cells = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
      expect(cells).toHaveLength(9);
      const avoiding = cells.filter((row) => row[5]?.trim() !== '').map((row) => [row[0], row[5] === row[1]]);
      expect(avoiding).toEqual([
        ['1', true],
        ['2', true],
        ['3', true],
      ]);
      expect(cells.every((row) => /^\d/.test(row[2] ?? '') && row[3]?.trim() === '')).toBe(true);
      expect(sheets[0]?.text).toContain(`支部书记${cells[0]?.[1]}支部委员${cells[1]?.[1]}支部委员${cells[2]?.[1]}日期`);
      expect(sheets[0]?.text).toContain('第1页,共1页');
      expect(sheets[0]?.text).not.toMatch(/[A-Za-z]/);
      await keepScreen(reviewer.page, 'print-9-review');
    },
    formMs,
  );

  it(
    '会议用表 are all printed at once from 支部本月',
    async () => {
      await opensMonth(reviewer, '/branches/lanping/2026-09');
      const papers = await reviewer.page.getByRole('link', { name: '打印会议用表' }).getAttribute('href');
      const sheets = await printed(reviewer.page, papers ?? '');
      const titles = await reviewer.page.getByRole('heading', { level: 1 }).allInnerTexts();
      expect(titles).toEqual(['岚坪村党支部9月党员大会签到表', '岚坪村党支部9月支委会初评表', '岚坪村党支部9月党员大会评定记录']);
      expect(sheets.map(({ text }) => /第(\d)页,共(\d)页/.exec(text)?.slice(1).join('/'))).toEqual(['1/3', '2/3', '3/3']);
    },
    formMs,
  );

  it(
    '个人积分单 has twelve months against their ceilings, and a line to sign on',
    async () => {
      const sheets = await printed(member.page, '/print/sheet/m-shanwan-08/2026');
      expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
      const months = member.page.getByRole('table', { name: '各月得分和上限' }).locator('tbody tr');
      await expectSoon(() => months.count()).toBe(12);
      await expectSoon(() => months.first().locator('td').allInnerTexts()).toEqual(['1月', '5', '', '', '', '', '', '未开始']);
      await expectSoon(() => textOf(member.page.locator('article'))).toContain('本人签字');
      await keepScreen(member.page, 'print-4-sheet');
    },
    formMs,
  );

  it(
    '电话通知单 lists those who get no mail, with room for the answer, and nobody for what is over',
    async () => {
      const table = other.page.getByRole('table', { name: '澄南社区党支部9月电话通知单' });
      await expectSoon(async () => {
        const sheets = await printed(other.page, '/print/telephone/chengnan/2026-09');
        expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
        return table.locator('tbody tr').count();
      }).toBe(6);
      await expectSoon(() => table.getByRole('columnheader').allInnerTexts()).toEqual(['序号', '姓名', '电话', '通知事项', '通知情况']);
      await expectSoon(() => textOf(table.locator('tbody tr').first())).toMatch(/126\d{8}\s提醒：9月积分申报还没有提交/);
      await keepScreen(other.page, 'print-5-telephone');
      await printed(recorder.page, '/print/telephone/liwu/2026-08');
      await expectSoon(() => recorder.page.getByRole('table', { name: '栗坞村党支部8月电话通知单' }).locator('tbody tr').count()).toBe(0);
    },
    formMs,
  );
});
