import { describe, expect, it } from '@jest/globals';
import { bodyOf, type Draft, draftOf, withStatesOf } from './draft.ts';

const form = {
  pledges: [
    { pledgeId: 'patrol', kind: 'post', text: '每周巡查一次', weight: 2 },
    { pledgeId: 'study', kind: 'common', text: '参加学习', weight: 1 },
  ],
};
const draft: Draft = {
  pledges: { patrol: { state: 'partly-done', sentence: ' 少巡查一次 ' }, study: { state: 'done', sentence: '' } },
  rewards: [{ item: 'commendation', amount: '1', basis: '', evidence: '澄通报〔2026〕7号' }],
  lateReason: ' 外出务工 ',
  way: 'paper',
  paperSignedOn: '2026-10-25',
};

describe('an application while it is filled in', () => {
  it('is empty at first, with a place for each pledge', () => {
    expect(draftOf(form)).toEqual({
      pledges: { patrol: { sentence: '' }, study: { sentence: '' } },
      rewards: [],
      lateReason: '',
      way: 'paper',
      paperSignedOn: '',
    });
  });

  it('begins with all that was submitted before it was taken back, the late reason and the day of the paper too', () => {
    const again = draftOf(form, {
      fulfilments: [{ pledgeId: 'patrol', state: 'not-done', sentence: '生病' }],
      rewards: [{ item: 'commendation', amount: 100, evidence: '澄通报〔2026〕7号' }],
      lateReason: '外出务工',
      paper: { signedOn: '2026-10-25', enteredBy: { role: 'recorder' } },
    });
    expect(again).toEqual({
      pledges: { patrol: { state: 'not-done', sentence: '生病' }, study: { sentence: '' } },
      rewards: [{ item: 'commendation', amount: '1', basis: '', evidence: '澄通报〔2026〕7号' }],
      lateReason: '外出务工',
      way: 'paper',
      paperSignedOn: '2026-10-25',
    });
  });
});

describe('与上月相同', () => {
  const last = [
    { pledgeId: 'patrol', state: 'not-done' as const, sentence: '上月生病' },
    { pledgeId: 'gone', state: 'done' as const },
  ];

  it('takes the states of last month, never the sentences', () =>
    expect(withStatesOf(draftOf(form).pledges, last)).toEqual({ patrol: { state: 'not-done', sentence: '' }, study: { sentence: '' } }));

  it('keeps what was typed for this month', () =>
    expect(withStatesOf(draft.pledges, last)).toEqual({
      patrol: { state: 'not-done', sentence: ' 少巡查一次 ' },
      study: { state: 'done', sentence: '' },
    }));
});

describe('an application as it is sent', () => {
  it('in time by the member carries neither a late reason nor a paper', () => {
    expect(bodyOf(draft, { late: false, onBehalf: false })).toEqual({
      fulfilments: [
        { pledgeId: 'patrol', state: 'partly-done', sentence: '少巡查一次' },
        { pledgeId: 'study', state: 'done' },
      ],
      rewards: [{ item: 'commendation', amount: 100, evidence: '澄通报〔2026〕7号' }],
    });
  });

  it('late from a paper carries both', () => {
    expect(bodyOf(draft, { late: true, onBehalf: true })).toMatchObject({
      lateReason: '外出务工',
      onBehalf: { paperSignedOn: '2026-10-25' },
    });
  });

  it('by telephone carries no day of a paper', () => {
    expect(bodyOf({ ...draft, way: 'telephone' }, { late: false, onBehalf: true }).onBehalf).toEqual({ way: 'telephone' });
  });

  it('says nothing more of what was done in full, also where a sentence was typed before', () => {
    const changed = { ...draft, pledges: { patrol: { state: 'done', sentence: '少巡查一次' } } } satisfies Draft;
    expect(bodyOf(changed, { late: false, onBehalf: false }).fulfilments).toEqual([{ pledgeId: 'patrol', state: 'done' }]);
  });
});
