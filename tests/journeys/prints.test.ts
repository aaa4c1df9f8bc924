import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { type Browser, keepScreen, openBrowser } from './browser.ts';
import { type Person, signsIn, textOf } from './person.ts';
import { printed } from './print.ts';

const formMs = 60_000;
const upright = { width: 210, height: 297 };
const lying = { width: 297, height: 210 };

describe('the printed forms', () => {
  let browser: Browser;
  let recorder: Person;
  let member: Person;

  beforeAll(async () => {
    browser = await openBrowser('prints');
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
    member = await signsIn(browser, demoAccount('党员（公示中，杉湾小学）'), 'phone');
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
      expect(await columnsOf(recorder, '栗坞村党支部8月积分公示表')).toEqual([
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
      expect(await columnsOf(recorder, '栗坞村党支部8月积分考核登记表')).toEqual(columns);
      await keepScreen(recorder.page, 'print-2-registration');
    },
    formMs,
  );

  it(
    '党员大会评定记录 has the numbers, the resolution and the lines to sign on',
    async () => {
      const sheets = await printed(recorder.page, '/print/meeting/liwu/2026-08');
      expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
      const columns = ['开会日期', '应到会', '有表决权', '实到', '请假', '赞成／反对／弃权', '决议'];
      expect(await columnsOf(recorder, '栗坞村党支部8月党员大会评定记录')).toEqual(columns);
      const text = await textOf(recorder.page.locator('article'));
      for (const line of ['主持人签字', '记录人签字', '监票人签字', '签到表', '通过']) expect(text).toContain(line);
      await keepScreen(recorder.page, 'print-3-meeting');
    },
    formMs,
  );

  it(
    '个人积分单 has twelve months against their ceilings, and a line to sign on',
    async () => {
      const sheets = await printed(member.page, '/print/sheet/m-shanwan-08/2026');
      expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
      const months = member.page.getByRole('table', { name: '各月得分和上限' }).locator('tbody tr');
      expect(await months.count()).toBe(12);
      expect(await months.first().locator('td').allInnerTexts()).toEqual(['1月', '5', '', '', '', '', '', '未开始']);
      expect(await textOf(member.page.locator('article'))).toContain('本人签字');
      await keepScreen(member.page, 'print-4-sheet');
    },
    formMs,
  );

  it(
    '电话通知单 lists those whom no mail reaches, with room for what was said',
    async () => {
      const sheets = await printed(recorder.page, '/print/telephone/liwu/2026-08');
      expect(sheets.every((one) => one.width === upright.width && one.height === upright.height)).toBe(true);
      const table = recorder.page.getByRole('table', { name: '栗坞村党支部8月电话通知单' });
      expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['序号', '姓名', '电话', '通知事项', '通知情况']);
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
      expect(await textOf(table.locator('tbody tr').first())).toMatch(/126\d{8}/);
      await keepScreen(recorder.page, 'print-5-telephone');
    },
    formMs,
  );
});
