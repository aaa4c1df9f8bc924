import { describe, expect, it } from '@jest/globals';
import { refusalSentence, words } from './index.ts';

const facts = { parts: ['奖励分'], sections: ['grading', 'plans'] };

describe('a change that has to wait for January', () => {
  it('names the parts, the month from which a version could count, and what to do', () => {
    expect(refusalSentence('scheme-fixed-for-the-year', { from: '2026-12', ...facts })).toBe(
      '当年的年度计划按原来的“奖励分”、格次界线、月度上限制定，年内不改。要调整，请从2027年1月起用；其余内容可以另拟一版先用。',
    );
    expect(refusalSentence('scheme-needed-later', { later: '2027-03' })).toContain('请先撤回后面那一版');
    expect(refusalSentence('year-plan-of-another-scheme', { year: 2026, ...facts })).toBe(
      '本支部的年度计划按原来的“奖励分”、格次界线、月度上限制定，与现行评分标准不一致，本月不能开始办理。请先按现行标准重新制定年度计划。',
    );
    expect(words.schemes.adopt.wholeYear(facts, '2027-01')).toBe(
      '这一版改了“奖励分”、格次界线、月度上限，今年的年度计划已经按原来的办法制定，所以从2027年1月起才能执行。',
    );
  });

  it('of many places names five and counts the rest', () => {
    const parts = ['一', '二', '三', '四', '五', '六'];
    expect(refusalSentence('year-plan-of-another-scheme', { parts, sections: [] })).toContain('“一”、“二”、“三”、“四”、“五”等6处制定');
  });

  it('of a month’s ceiling the limits, and of twelve the total that the scheme wants', () => {
    expect(refusalSentence('ceiling-out-of-range', { month: 2, each: '[5,6]' })).toBe(
      '2月的上限不合评分标准规定的范围或者分档（5以上、不超过6分）。请改正。',
    );
    expect(refusalSentence('ceilings-do-not-sum', { total: 7200, expected: '70' })).toBe(
      '十二个月的上限现在是72分，加起来要正好是70分。请调整。',
    );
  });
});
