import { describe, expect, it } from '@jest/globals';
import type { KeptState } from '@jifen/contracts';
import { checkDecision } from './keeper.ts';

const roster = 'a1b2c3d4e5f60718';
const state = (changes: Partial<KeptState> = {}): KeptState => ({
  version: 3,
  stage: 'reviewing',
  process: 'meeting-side',
  round: 2,
  rosterHash: roster,
  deadlines: [],
  accepts: ['review'],
  acceptsLater: ['record-meeting', 'post'],
  actIds: ['known'],
  awaitingProjection: false,
  ...changes,
});
const message = (changes: object = {}) => ({ actId: 'new', kind: 'review', round: 2, rosterHash: roster, ...changes });

describe('the rough check of a decision', () => {
  it.each([
    ['of the step that is waited for', {}, {}, { outcome: 'accepted' }],
    ['of a step still to come', {}, { kind: 'post' }, { outcome: 'not-yet' }],
    ['of a step that is over', {}, { kind: 'register' }, { outcome: 'never', code: 'wrong-step' }],
    ['of a round still to come', {}, { round: 3 }, { outcome: 'not-yet' }],
    ['of a round that is over', {}, { round: 1 }, { outcome: 'never', code: 'round-over' }],
    ['made on another roster', {}, { rosterHash: 'ffffffffffffffff' }, { outcome: 'never', code: 'stale-roster' }],
    ['that the record already contains, in whatever step', { accepts: [] }, { actId: 'known', round: 1 }, { outcome: 'accepted' }],
  ] as const)('a decision %s', (_which, changes, sent, expected) => {
    expect(checkDecision({ state: state(changes as Partial<KeptState>), isDeciding: false }, message(sent))).toEqual(expected);
  });

  it.each([
    ['of a step that seems over waits: a withdrawal may be under way', { kind: 'register' }, { outcome: 'not-yet' }],
    ['of a round that is over is refused all the same', { round: 1 }, { outcome: 'never', code: 'round-over' }],
    ['made on another roster is refused all the same', { rosterHash: 'ffffffffffffffff' }, { outcome: 'never', code: 'stale-roster' }],
  ] as const)('while another decision is being applied, a decision %s', (_which, sent, expected) => {
    expect(checkDecision({ state: state(), isDeciding: true }, message(sent))).toEqual(expected);
  });
});
