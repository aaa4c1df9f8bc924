import { describe, expect, it } from '@jest/globals';
import { check } from './check.ts';
import { application, attempt, resolution, row, soundSnapshot } from './history.builders.ts';
import { acknowledged, inFlight, knownOf } from './history.ts';
import type { Snapshot } from './snapshot.ts';

const history = [...attempt('wang-applies', 'ok'), ...attempt('li-applies', 'info'), ...attempt('li-applies', 'ok')];
const sound = soundSnapshot();
const found = (changed: Partial<Snapshot>, events = history) => check(events, { ...sound, ...changed });
const [month] = sound.months;
const withMonth = (changed: object) => ({ months: [{ ...month, ...changed }] as Snapshot['months'] });

describe('the history', () => {
  it('counts attempts without an answer, and acts that were acknowledged once', () => {
    const [invoked] = attempt('chen-applies', 'ok');
    expect(inFlight([...history, ...(invoked ? [invoked] : [])])).toBe(1);
    expect(acknowledged(history)).toBe(2);
  });

  it('keeps an acknowledgement whatever comes later', () => {
    const events = [...attempt('a', 'ok'), ...attempt('a', 'info'), ...attempt('b', 'info'), ...attempt('b', 'fail')];
    expect(knownOf(events).map(({ key, outcome }) => [key, outcome])).toEqual([
      ['a', 'ok'],
      ['b', 'fail'],
    ]);
  });
});

describe('the checker', () => {
  it('finds nothing in a record that agrees with its history', async () => {
    expect(await found({})).toEqual([]);
  });

  it('counts nobody who has left, nor their application', async () => {
    const state = { ...month?.state, participants: [{ memberId: 'wang' }, { memberId: 'li', left: {} }, { memberId: 'chen' }] };
    const counters = { ...month?.counters, due: 2, applied: 1 };
    expect(await found(withMonth({ state, counters }))).toEqual([]);
    expect(await found(withMonth({ state }))).toHaveLength(2);
  });

  it('counts a member who left after a meeting had resolved their line, and no other who left', async () => {
    const participants = [{ memberId: 'wang' }, { memberId: 'li', left: {} }, { memberId: 'chen' }];
    const leftWith = (standing: string, status = 'posting') => ({
      counters: { ...month?.counters, due: 3 },
      state: { ...month?.state, participants, rounds: [{ status, lines: [{ memberId: 'li', standing }] }] },
    });
    const due = async (of: object) => (await found(withMonth(of))).filter(({ what }) => what.includes(' due,'));
    expect(await due(leftWith('listed'))).toEqual([]);
    expect(await due(leftWith('left'))).toHaveLength(1);
    expect(await due(leftWith('listed', 'returned'))).toHaveLength(1);
  });

  it('finds nothing in a month that came from paper, and what is missing of it', async () => {
    const lines = [{ task: { kind: 'decided' } }, { task: { kind: 'not-applied' } }, { task: { kind: 'fulfilments' } }];
    const paper = {
      ...resolution,
      _id: 'paper',
      period: '2026-03',
      businessKey: 'dongwan/2026-03/bring-in',
      content: { kind: 'bring-in', lines },
    };
    const closed = { ...month, _id: 'dongwan/2026-03', stage: 'closed', actIds: ['paper'] } as Snapshot['months'][number];
    const counters = { ...closed.counters, due: 3, applied: 2, absent: 1 };
    const brought = { acts: [...sound.acts, paper], months: [...sound.months, { ...closed, counters }] };
    const rowOnPaper = { ...row(0, 600), _id: 'paper/wang/task/0', actId: 'paper', period: '2026-03' };
    const [sheet] = sound.sheets;
    const sheets = [
      ...sound.sheets,
      { ...sheet, _id: 'wang/2026-03', totals: { base: 0, task: 600, reward: 0, honour: 0 } } as Snapshot['sheets'][number],
    ];
    const what = async (of: Partial<Snapshot>) =>
      (await found({ ...brought, ledger: [...sound.ledger, rowOnPaper], sheets, ...of })).map((one) => one.what);
    expect(await what({})).toEqual([]);
    expect(await what({ ledger: sound.ledger, sheets: sound.sheets })).toContain('paper (dongwan/2026-03) is not in the ledger');
    expect(await what({ months: [...sound.months, { ...closed, counters: { ...counters, applied: 3 } }] })).toContain(
      'dongwan/2026-03 counts 3 applied, its acts make 2',
    );
  });

  it('lets an act of unknown outcome be there or not', async () => {
    expect(await found({}, [...history, ...attempt('chen-applies', 'info')])).toEqual([]);
  });
});

describe('a planted loss', () => {
  it('of an acknowledged act', async () => {
    const gone = { ...withMonth({ actIds: ['wang-applies', 'resolution'], counters: { ...month?.counters, applied: 1, absent: 2 } }) };
    const acts = [application('wang-applies', 'wang'), resolution];
    expect(await found({ acts, ...gone })).toEqual([
      { fault: 'lost', what: 'apply li-applies (dongwan/2026-10) was acknowledged and is not recorded' },
    ]);
  });

  it('of an act that was recorded for delivery and then refused', async () => {
    const { live: _live, ...li } = application('li-applies', 'li');
    const acts = [application('wang-applies', 'wang'), { ...li, status: 'refused' as const }, resolution];
    const counters = { ...month?.counters, applied: 1, absent: 2 };
    const events = [...attempt('wang-applies', 'ok'), ...attempt('li-applies', 'ok', 'pending')];
    expect(await found({ acts, ...withMonth({ actIds: ['wang-applies', 'resolution'], counters }) }, events)).toEqual([
      { fault: 'lost', what: 'apply li-applies (dongwan/2026-10) was acknowledged (pending) and is refused' },
    ]);
  });

  it('of an effect, an audit entry, a process', async () => {
    expect(await found(withMonth({ actIds: ['li-applies', 'resolution'] }))).toEqual([
      { fault: 'lost', what: 'wang-applies is effective and not in dongwan/2026-10' },
    ]);
    expect(await found({ audit: sound.audit.slice(0, 1) })).toEqual([{ fault: 'lost', what: 'the audit does not know li-applies' }]);
    expect(await found({ processes: [] })).toEqual([{ fault: 'lost', what: 'branch-month/dongwan/2026-10 does not run' }]);
  });

  it('of a row of the ledger, or of a whole projection', async () => {
    expect(await found({ ledger: [row(1, 50)] })).toEqual([
      { fault: 'lost', what: 'resolution/wang/task/0 is missing in the ledger' },
      { fault: 'doubled', what: "resolution/wang/task/1 was projected beside its act's rows" },
      { fault: 'broken', what: 'wang/2026-10 shows task 550, its rows make 50' },
    ]);
    expect(await found({ ledger: [], sheets: [] })).toEqual([{ fault: 'lost', what: 'resolution (dongwan/2026-10) is not in the ledger' }]);
  });

  it('of a withdrawal', async () => {
    const content = { kind: 'withdraw-application', applicationId: 'li-applies' };
    const withdrawal = { ...application('li-withdraws', 'li'), businessKey: 'withdraw-application/1/li-applies', content };
    const actIds = [...(month?.actIds ?? []), 'li-withdraws'];
    expect(await found({ acts: [...sound.acts, withdrawal], ...withMonth({ actIds }) })).toEqual([
      { fault: 'lost', what: 'the withdrawal of li-applies had no effect' },
    ]);
  });
});

describe('a planted double', () => {
  it('of an act, of its business key, of its effect', async () => {
    const twice = application('li-applies-again', 'li');
    const actIds = [...(month?.actIds ?? []), twice._id];
    const counters = { ...month?.counters, applied: 3, absent: 0 };
    expect(await found({ acts: [...sound.acts, twice], ...withMonth({ actIds, counters }) })).toEqual([
      { fault: 'doubled', what: 'dongwan/2026-10/application/1/li has more than one live act' },
    ]);
    expect(await found(withMonth({ actIds: [...(month?.actIds ?? []), 'li-applies'] }))).toEqual([
      { fault: 'doubled', what: 'li-applies took effect twice in dongwan/2026-10' },
    ]);
  });

  it('of a row of the ledger', async () => {
    const again = { ...row(0, 500), _id: 'resolution/wang/task/0-again' };
    expect((await found({ ledger: [...sound.ledger, again] })).map(({ fault }) => fault)).toContain('doubled');
    expect(await found({ ledger: [...sound.ledger, row(0, 0)] })).toEqual([
      { fault: 'doubled', what: 'the ledger has resolution/wang/task/0 twice' },
    ]);
  });

  it('of a process', async () => {
    const processes = [...sound.processes, { workflowId: 'branch-month/dongwan/2026-10', runId: 'second' }];
    expect(await found({ processes })).toEqual([{ fault: 'doubled', what: 'branch-month/dongwan/2026-10 runs twice' }]);
  });
});

describe('what else must hold', () => {
  it('a counter is what its acts make, a sheet what its rows make', async () => {
    expect(await found(withMonth({ counters: { ...month?.counters, applied: 1 } }))).toEqual([
      { fault: 'broken', what: 'dongwan/2026-10 counts 1 applied, its acts make 2' },
    ]);
    expect(await found({ ledger: [row(0, 500), row(1, 60)] })).toEqual([
      { fault: 'broken', what: 'wang/2026-10 shows task 550, its rows make 560' },
    ]);
  });

  it('what was refused has no effect', async () => {
    expect(await found({}, [...history, ...attempt('resolution', 'fail', 'wrong-step')])).toEqual([
      { fault: 'broken', what: 'apply resolution (dongwan/2026-10) was refused (wrong-step) and is effective' },
    ]);
  });

  it('the audit chain verifies, and everything has come to rest', async () => {
    const audit = sound.audit.map((entry) => ({ ...entry, actor: 'li' }));
    expect(await found({ audit })).toEqual([{ fault: 'broken', what: 'the audit chain is changed at 1' }]);
    expect(await found({ undelivered: 2 })).toEqual([{ fault: 'broken', what: '2 documents have events that are not delivered' }]);
    expect(await found({ acts: sound.acts.map((act) => (act === sound.acts[0] ? { ...act, unfolded: true } : act)) })).toEqual([
      { fault: 'broken', what: 'wang-applies is effective and still on its way' },
    ]);
  });
});
