import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../calendar/local-date.ts';
import { period } from '../../calendar/period.ts';
import { error, warning } from '../check/finding.ts';
import {
  type Adoption,
  adoptVersion,
  keepCompared,
  keepFindings,
  mayCompare,
  replaceContent,
  type VersionState,
  withdrawVersion,
} from './scheme-version.ts';

const sample = warning('sample-values', '/score', { count: '3' });
const likes = error('forbidden-item', '/score/parts/0', { title: '点赞', word: '点赞' });
const today = '2026-10-26' as LocalDate;
const adoption: Adoption = {
  from: period('2026-11'),
  document: { number: '组通〔2026〕12号', on: '2026-10-20' as LocalDate },
  reason: '试行一年后调整分值',
};
const draft: VersionState = { status: 'draft' };
const linted: VersionState = { status: 'linted', findings: [sample] };
const compared: VersionState = { status: 'compared', findings: [sample], comparisonId: 'c1' };
const adopted: VersionState = { ...compared, status: 'adopted', adoption };
const withdrawn: VersionState = { ...adopted, status: 'withdrawn', reason: '文件重发' };
const grounds = { findings: [sample], today, opened: null, withinYear: null };

describe('a version of a scheme (regulation 2-1, 2-2)', () => {
  it('is a draft, then linted, then compared, then in force from a month', () => {
    expect(keepFindings(draft, [sample])).toEqual({ ok: true, value: linted });
    expect(keepCompared(linted, 'c1')).toEqual({ ok: true, value: compared });
    expect(adoptVersion(compared, adoption, grounds)).toEqual({ ok: true, value: adopted });
  });

  it('is compared and adopted in this order only', () => {
    expect([mayCompare(draft), keepCompared(draft, 'c1'), adoptVersion(draft, adoption, grounds)]).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, refusal: { code: 'scheme-not-linted' } })),
    );
    expect(adoptVersion(linted, adoption, grounds)).toEqual({ ok: false, refusal: { code: 'scheme-not-compared' } });
    expect(mayCompare(linted)).toEqual({ ok: true, value: true });
  });

  it('that is linted again stays compared; with another content it is a draft again', () => {
    expect(keepFindings(compared, [])).toEqual({ ok: true, value: { ...compared, findings: [] } });
    expect(replaceContent(compared)).toEqual({ ok: true, value: draft });
  });

  it('with an item that rules forbid is never adopted, whatever was found before', () => {
    expect(adoptVersion(compared, adoption, { ...grounds, findings: [sample, likes] })).toEqual({
      ok: false,
      refusal: { code: 'scheme-has-errors', count: 1 },
    });
  });

  it.each([
    ['2026-10', true],
    ['2026-09', false],
  ])('may begin with %s in October: %s', (from, may) =>
    expect(adoptVersion(compared, { ...adoption, from: period(from) }, grounds).ok).toBe(may),
  );

  it('names the month that is over, and the month that is open already', () => {
    const past = { ...adoption, from: period('2026-09') };
    expect(adoptVersion(compared, past, grounds)).toEqual({
      ok: false,
      refusal: { code: 'scheme-month-over', from: '2026-09', period: '2026-10' },
    });
    const opened = period('2026-12');
    expect(adoptVersion(compared, adoption, { ...grounds, opened })).toEqual({
      ok: false,
      refusal: { code: 'scheme-month-opened', from: '2026-11', period: '2026-12' },
    });
  });

  it.each([
    ['2026-10-26', true],
    ['2026-10-27', false],
  ])('rests on a document of %s on 26 October: %s', (on, may) => {
    const given = { ...adoption, document: { number: '组通〔2026〕12号', on: on as LocalDate } };
    expect(adoptVersion(compared, given, grounds).ok).toBe(may);
  });

  it('never changes once it is adopted or withdrawn', () => {
    for (const state of [adopted, withdrawn] as const) {
      const refusal = { code: 'scheme-version-closed', status: state.status };
      const tried = [replaceContent(state), keepFindings(state, []), keepCompared(state, 'c2'), mayCompare(state)];
      expect([...tried, adoptVersion(state, adoption, grounds)]).toEqual(Array.from({ length: 5 }, () => ({ ok: false, refusal })));
    }
  });

  it('is withdrawn only while no month was opened under it', () => {
    expect(withdrawVersion(adopted, { reason: '文件重发', opened: null, withinYear: null })).toEqual({ ok: true, value: withdrawn });
    expect(withdrawVersion(adopted, { reason: '文件重发', opened: period('2026-11'), withinYear: null })).toEqual({
      ok: false,
      refusal: { code: 'scheme-in-use', from: '2026-11', period: '2026-11' },
    });
    for (const state of [compared, withdrawn])
      expect(withdrawVersion(state, { reason: '', opened: null, withinYear: null })).toEqual({
        ok: false,
        refusal: { code: 'scheme-not-adopted' },
      });
  });

  it('does not change within a year what its plan rests on, of itself or of a later version', () => {
    const own = { from: adoption.from, parts: ['奖励分'], sections: ['grading'] as const };
    expect(adoptVersion(compared, adoption, { ...grounds, withinYear: own })).toEqual({
      ok: false,
      refusal: { code: 'scheme-fixed-for-the-year', ...own },
    });
    const later = { ...own, from: period('2027-03') };
    const needed = { ok: false, refusal: { code: 'scheme-needed-later', later: '2027-03' } };
    expect(adoptVersion(compared, adoption, { ...grounds, withinYear: later })).toEqual(needed);
    expect(withdrawVersion(adopted, { reason: '文件重发', opened: null, withinYear: later })).toEqual(needed);
  });
});
