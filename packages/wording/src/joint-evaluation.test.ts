import { describe, expect, it } from '@jest/globals';
import { refusalSentence } from './index.ts';

describe('months that are evaluated together', () => {
  it.each([
    ['evaluated-with-another-month', { period: '2026-09', by: 'quarter' }, '本月与2026年9月一并评议，请在9月的页面办理。'],
    [
      'other-month-not-ready',
      { period: '2026-07', status: 'reviewing' },
      '2026年7月与本月一并评议，现在是“支委会初评”，会议结果还不能录入。请先由支部委员（不设支委会的，由书记）办完初评。',
    ],
    [
      'other-month-not-ready',
      { period: '2026-08', status: 'registering' },
      '2026年8月与本月一并评议，现在是“考核登记”，会议结果还不能录入。请先由记录员登记，再由支部委员初评。',
    ],
    [
      'other-month-not-ready',
      { period: '2026-08', status: 'posting' },
      '2026年8月与本月一并评议，现在是“公示登记”，会议结果还不能录入。请过一会儿刷新页面再看。',
    ],
    ['merged-across-quarters', { months: ['2027-03', '2027-04'] }, '2027年3月与2027年4月不在同一个季度，不能合并。请改选。'],
    [
      'evaluation-already-begun',
      { from: '2026-11', earliest: '2026-12' },
      '2026年11月已经开始，当月怎样评议不能再改。请选2026年12月或者以后的月份起执行。',
    ],
  ])('%s says what to do', (code, facts, sentence) => expect(refusalSentence(code, facts)).toBe(sentence));
});
