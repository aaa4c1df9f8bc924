import type { Act } from './act.store.ts';

export function anAct(of: Partial<Act> = {}): Act {
  return {
    _id: 'review-one',
    kind: 'review',
    subject: { kind: 'proceeding', branchId: 'dongwan', period: '2026-10' },
    branchId: 'dongwan',
    period: '2026-10',
    round: 1,
    businessKey: 'dongwan/2026-10/review/1/',
    live: true,
    status: 'pending',
    by: { personId: 'person-2', memberId: 'member-2', service: 'console', role: 'committee-member' },
    at: 100,
    enteredAt: 1_000,
    bodyHash: 'hash-one',
    rosterHash: 'roster',
    content: { kind: 'review', changes: [] },
    ...of,
  };
}

export const anApplication = (of: Partial<Act> = {}): Act =>
  anAct({
    _id: 'application-one',
    kind: 'application',
    memberId: 'member-5',
    businessKey: 'dongwan/2026-10/application/1/member-5',
    unfolded: true,
    status: 'effective',
    content: { kind: 'application', fulfilments: [], rewards: [] },
    ...of,
  });
