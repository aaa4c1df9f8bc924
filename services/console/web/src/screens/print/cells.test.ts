import { describe, expect, it } from '@jest/globals';
import type { MonthRow } from '@jifen/contracts';
import { cameIn, registrationCells, rewardCells } from './cells.ts';

const commended = { item: 'commendation', amount: 100, basis: '受到镇级通报表扬', evidence: '澄通报〔2026〕7号' };
const claimed = { deductions: [], task: 500, rewards: [commended] };
const how = { lateReason: '外出务工', paper: { signedOn: '2026-10-15', enteredBy: { role: 'recorder', name: '甘小四' } } };
const byPaper = '按本人2026年10月15日（周四）签字的纸质申请代填，代填人：记录员甘小四';
const at = Date.parse('2026-10-20T09:30:00+08:00');

const row: MonthRow = {
  memberId: 'm-3',
  name: '甘小三',
  rosterNumber: 3,
  standing: 'full',
  class: 'without-post',
  channel: 'paper',
  votes: true,
  application: 'on-behalf',
  ...how,
  claimed,
  proposed: claimed,
  reasons: [],
  heldBack: false,
  supplement: false,
};

describe('积分考核登记表', () => {
  it('tells what a reward is for and what proves it, why the application came late, and its paper', () => {
    expect(registrationCells(row, [])[9]).toBe(`受到镇级通报表扬，澄通报〔2026〕7号；逾期原因：外出务工；${byPaper}`);
  });

  it('tells the evidence of a deduction beside its basis', () => {
    const absence = { item: 'unexcused-absence', amount: 50, basis: '主题党日缺席', evidence: '签到表' };
    const items = [{ item: 'unexcused-absence', title: '无故缺席', evidence: 'optional' as const, sample: false }];
    const cells = registrationCells({ ...row, registered: { ...claimed, deductions: [absence] } }, items);
    expect(cells[4]).toBe('无故缺席 -0.5（主题党日缺席，签到表）');
  });
});

describe('积分申请表', () => {
  const rewardItems = [{ item: 'commendation', title: '县级以下表彰', maximum: 100, evidence: 'required' as const, sample: false }];

  it('tells what proves a reward, beside what it is for or alone', () => {
    const bare = { item: 'commendation', amount: 100, evidence: '澄通报〔2026〕7号' };
    expect(rewardCells({ submitted: { rewards: [commended, bare] }, rewardItems })).toEqual([
      ['县级以下表彰', '受到镇级通报表扬，澄通报〔2026〕7号', '1'],
      ['县级以下表彰', '澄通报〔2026〕7号', '1'],
    ]);
  });

  it('tells how and when it came in', () => {
    const [first, ...rest] = cameIn({ at, onBehalf: true, ...how });
    expect(first).toMatch(/代填（待本人确认）。$/);
    expect(rest).toEqual(['逾期原因：外出务工', byPaper]);
    expect(cameIn({ at, onBehalf: true, confirmedAt: at })[0]).not.toContain('待本人确认');
    expect(cameIn({ at, onBehalf: false })).toHaveLength(1);
  });
});
