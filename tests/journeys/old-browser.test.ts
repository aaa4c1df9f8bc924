import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount } from './accounts.ts';
import { type Browser, keepScreen, openBrowser, type Seat } from './browser.ts';
import { settled } from './look.ts';
import { type Person, panel, signsIn } from './person.ts';

const minute = 60_000;

describe('a month in Chromium 109, the last that Windows 7 has', () => {
  let browser: Browser;
  let member: Person;
  let recorder: Person;

  beforeAll(async () => {
    browser = await openBrowser('of-windows-7');
    member = await signsIn(browser, demoAccount('党员（公示中，杉湾小学）'));
    recorder = await signsIn(browser, demoAccount('记录员（待登记，栗坞村）'));
  }, 5 * minute);

  afterAll(async () => {
    expect(browser.complaints()).toEqual([]);
    await browser.close();
  });

  it('is that browser, which lacks what newer ones bring', async () => {
    expect(browser.version()).toMatch(/^109\./);
    const page = await browser.open();
    await page.goto('about:blank');
    expect(await page.evaluate(() => 'toSorted' in Array.prototype)).toBe(false);
  });

  it.each([
    ['待办', '/', 'phone'],
    ['积分申报', '/application', 'phone'],
    ['杉湾小学党支部', '/branches/shanwan/2026-09', 'phone'],
    ['积分单', '/sheet', 'phone'],
    ['工作日历', '/calendar', 'desk'],
  ] as [string, string, Seat][])(
    'shows a member %s',
    async (title, path) => {
      await member.page.goto(path);
      await settled(member.page);
      expect(await member.page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
    },
    minute,
  );

  it(
    'lets the recorder fill in the registration, and prints its form',
    async () => {
      const { page } = recorder;
      await page.goto('/branches/liwu/2026-09');
      await settled(page);
      const first = panel(page, '考核登记').getByRole('textbox').first();
      await first.fill('５');
      await first.press('Enter');
      expect(await first.inputValue()).toBe('５');
      await keepScreen(page, 'chromium-109-registration');
      await page.goto('/print/registration/liwu/2026-09');
      await page.getByRole('table', { name: '栗坞村党支部9月积分考核登记表' }).waitFor();
    },
    minute,
  );
});
