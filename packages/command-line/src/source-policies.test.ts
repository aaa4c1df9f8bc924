import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseFacts, parseScheme } from '@jifen/contracts/schemes';
import { type Evaluation, evaluate, prepareScheme } from '@jifen/domain';
import { readJson } from './load.ts';

type Json = Record<string, unknown>;
const folder = join(import.meta.dirname, '../../domain/schemes/source-village-community');
function file<T>(name: string): T {
  const read = readJson(join(folder, name));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value as T;
}
const examples = file<{ name: string; facts: Json }[]>('examples.json');
const factsOf = (name: string): Json => structuredClone(examples.find((one) => one.name.startsWith(name))?.facts ?? {});

/** The part of that id, wherever it stands. */
function part(value: unknown, id: string): Json | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value) && 'id' in value && value.id === id && 'kind' in value) return value as Json;
  for (const inner of Object.values(value)) {
    const found = part(inner, id);
    if (found) return found;
  }
  return null;
}

/** The source's scheme under another reading: the changed file. */
function under(change: (scheme: Json & { grading: Json; plans: Json[] }, of: (id: string) => Json) => void, facts: Json) {
  const scheme = file<Json & { grading: Json; plans: Json[] }>('scheme.json');
  change(scheme, (id) => part(scheme, id) ?? {});
  const parsed = parseScheme(scheme);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
  const ready = prepareScheme(parsed.value);
  if (!ready.ok) throw new Error(JSON.stringify(ready.refusal));
  const known = parseFacts(facts);
  if (!known.ok) throw new Error(JSON.stringify(known.reasons));
  return evaluate(ready.value, known.value);
}
function scored(...given: Parameters<typeof under>): Evaluation {
  const result = under(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const asItIs = () => undefined;

describe('another reading of the source’s text is another file, not other code', () => {
  it('A1: 89.5 is rounded before grading where the county wants it (S-9)', () => {
    const rounding = { round: { places: 0, mode: 'half-up' } };
    const result = scored((scheme) => Object.assign(scheme.grading, rounding), factsOf('S-9'));
    expect([result.total, result.grade.id, scored(asItIs, factsOf('S-9')).grade.id]).toEqual(['89.5', 'outstanding', 'qualified']);
  });

  it('A2: under six-capped every month has 6, and the year counts 70 of 72 (S-10)', () => {
    const sixCapped = (scheme: { plans: Json[] }) => {
      scheme.plans = [{ id: 'task', title: '任务分月度上限', each: '[6,6]', step: '1' }];
    };
    const result = scored(sixCapped, factsOf('S-10'));
    expect([result.components.task, result.total]).toEqual([{ '2026': '70' }, '90']);
    const exact = under(asItIs, factsOf('S-10'));
    expect(exact.ok ? [] : exact.refusal).toEqual([
      { code: 'plan-does-not-sum', path: '/ceilings/task', severity: 'error', values: { total: '72', expected: '70' } },
    ]);
  });

  it('A3: where every month gives at least 5, a month not worked still does', () => {
    const result = scored(
      (_, of) => Object.assign(of('task-month'), { bounds: { atMost: { ceiling: 'task' }, atLeast: '5' } }),
      factsOf('S-1'),
    );
    expect(result.components['task-month']?.['2026-06']).toBe('5');
  });

  it('A4: honours that do not count stand beside the total (S-8)', () => {
    const beside = (scheme: Json, of: (id: string) => Json) => {
      scheme.apart = [of('honour')];
      scheme.score = { ...(scheme.score as Json), parts: [of('hundred')] };
    };
    const result = scored(beside, factsOf('S-8'));
    expect([result.total, result.grade.id, result.components.honour]).toEqual(['88', 'qualified', { '2026': '3' }]);
  });

  it.each([
    ['50', '10', '80'],
    ['103', '20', '90'],
  ])('A5: after %s last year the base is %s', (last, start, total) => {
    const carried = (_: Json, of: (id: string) => Json) => {
      of('base-start').measure = { kind: 'result', of: 'total', when: 'previous-year', share: '0.2', first: '20' };
      of('base-start').bounds = { atMost: '20' };
    };
    const facts = { ...factsOf('S-2'), earlier: [{ year: 2025, components: { total: { '2025': last } }, grade: 'qualified' }] };
    const result = scored(carried, facts);
    expect([result.components['base-start'], result.total]).toEqual([{ '2026': start }, total]);
  });

  it('A6: a county that asks for both conditions recommends only who meets both (S-12, S-13)', () => {
    const both = (scheme: Json) => {
      const proposals = scheme.proposals as (Json & { when: Json })[];
      for (const one of proposals) if (one.id === 'county-awards') one.when.kind = 'all';
    };
    expect(scored(both, factsOf('S-12：去年不合格')).proposals).toEqual(['county-awards']);
    expect(scored(both, factsOf('S-13')).proposals).toEqual([]);
    expect(scored(asItIs, factsOf('S-13')).proposals).toEqual(['county-awards']);
  });

  it('A9: the appraisal multiplies the hundred points', () => {
    const result = scored((_, of) => Object.assign(of('hundred'), { adjust: [{ kind: 'times', by: '0.95' }] }), factsOf('S-8'));
    expect([result.components.hundred, result.total]).toEqual([{ '2026': '83.6' }, '86.6']);
  });

  it('A13: one deed counts at each level', () => {
    const result = scored((scheme) => Object.assign(scheme, { sameDeed: [] }), factsOf('A13'));
    expect([result.components.reward, result.components.honour, result.setAside]).toEqual([{ '2026': '1' }, { '2026': '3' }, []]);
  });

  it('A15: kinds of pledges need not all be there', () => {
    expect(under((scheme) => Object.assign(scheme, { pledges: [] }), factsOf('S-15')).ok).toBe(true);
  });

  it('A16: months away are lost; probationary members are graded', () => {
    const lost = (_: Json, of: (id: string) => Json) => {
      delete of('task').partOfYear;
    };
    expect(scored(lost, factsOf('A16：半年')).components.task).toEqual({ '2026': '33' });
    const graded = (scheme: { grading: Json }) => {
      scheme.grading.tables = (scheme.grading.tables as Json[]).map(({ bands }) => ({ bands }));
    };
    expect(scored(graded, factsOf('A16：预备')).grade.id).toBe('outstanding');
  });

  it('A17: six exempt months do not keep the points from deciding', () => {
    const result = scored((scheme) => {
      delete scheme.grading.notFromPointsAfterExemptMonths;
    }, factsOf('A17'));
    expect([result.grade.id, result.grade.basis]).toEqual(['outstanding', 'points']);
  });

  it('A22: without a quota five of thirteen may be outstanding', () => {
    expect(scored((scheme) => Object.assign(scheme, { quotas: [] }), factsOf('A22')).conflicts).toEqual([]);
  });

  it('A23: what goes below nothing is kept (S-7)', () => {
    const kept = (_: Json, of: (id: string) => Json) => {
      delete of('base').bounds;
    };
    expect([scored(kept, factsOf('S-7')).components.base, scored(kept, factsOf('S-7')).total]).toEqual([{ '2026': '-6' }, '74']);
  });

  it('A25: a year that begins in July', () => {
    const july = (scheme: Json) => {
      scheme.year = { startsInMonth: 7 };
    };
    const facts = { ...factsOf('S-2'), entries: [], ceilings: { task: {} } };
    const result = under(july, facts);
    expect(result.ok ? '' : result.refusal.map(({ values }) => values.months).join()).toMatch(/^2026-07、.*、2027-06$/);
  });
});
