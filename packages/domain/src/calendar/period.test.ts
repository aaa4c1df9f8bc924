import { describe, expect, it } from '@jest/globals';
import { dayOf, lastDayOf, monthOf, nextPeriod, parsePeriod, period, periodOf, previousPeriod, yearOf } from './period.ts';

describe('months of the assessment (regulation 2-1)', () => {
  it.each(['2026-01', '2026-12'])('%s is a month', (text) => expect(parsePeriod(text)).toEqual({ ok: true, value: text }));

  it.each(['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', ''])('%p is no month', (text) => {
    expect(parsePeriod(text)).toEqual({ ok: false, refusal: { code: 'not-a-period', text } });
    expect(() => period(text)).toThrow(RangeError);
  });

  it('after December comes January of the next year, and back', () => {
    expect(nextPeriod(period('2026-12'))).toBe('2027-01');
    expect(previousPeriod(period('2027-01'))).toBe('2026-12');
    expect(nextPeriod(period('2026-01'))).toBe('2026-02');
  });

  it('a month knows its year, its number and its days', () => {
    const february = period('2028-02');
    expect([yearOf(february), monthOf(february)]).toEqual([2028, 2]);
    expect([dayOf(february, 5), lastDayOf(february), periodOf('2028-02-29')]).toEqual(['2028-02-05', '2028-02-29', '2028-02']);
    expect(lastDayOf(period('2026-12'))).toBe('2026-12-31');
  });
});
