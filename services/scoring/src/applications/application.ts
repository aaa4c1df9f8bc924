import type { ApplicationBody, Subject } from '@jifen/contracts';
import type { AccessRefusal } from '../access/access.ts';
import type { ActContent } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { Asked } from '../recording/record-act.ts';
import type { MonthRefusal } from '../recording/subject-row.ts';

export type ApplicationRefusal =
  | AccessRefusal
  | MonthRefusal
  | { code: 'sentence-required'; pledgeId: string }
  | { code: 'late-reason-required'; memberId: string };

export type MemberMonthKey = { branchId: string; period: string; memberId: string };
export type Asking = MemberMonthKey & Asked;

export const monthOf = ({ branchId, period }: MemberMonthKey): Subject => ({ kind: 'proceeding', branchId, period });

/** One is live for a member and month; `kind` and `part` of what is done about it later. */
export const applicationKey = ({ branchId, period, memberId }: MemberMonthKey): string => `${branchId}/${period}/application/1/${memberId}`;

export const keyAbout = ({ branchId, period }: MemberMonthKey, content: { kind: string; applicationId: string }): string =>
  `${branchId}/${period}/${content.kind}/1/${content.applicationId}`;

export const participantOf = ({ state }: BranchMonthRecord, memberId: string) =>
  state.participants.find((participant) => participant.memberId === memberId);

export type ApplicationContent = Extract<ActContent, { kind: 'application' }>;
export const applicationContent = ({ actId: _actId, ...body }: ApplicationBody): ApplicationContent => ({ kind: 'application', ...body });
