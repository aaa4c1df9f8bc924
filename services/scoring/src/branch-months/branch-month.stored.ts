import { branchMonthStage, memberStep, pledgeKind, sector, waitedStep } from '@jifen/contracts';
import { scoringScheme } from '@jifen/contracts/schemes';
import type { Period, ScoringScheme } from '@jifen/domain';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { BranchMonthListed, BranchMonthRecord, MonthInHand, OpenMonthKey, PublicationRecord } from './branch-month.store.ts';
import { storedState } from './month-state.stored.ts';
import { storedMemberCard } from './participant.stored.ts';
import { lateFrom, wakesOf } from './step-deadline.ts';

const text = z.string();
const number = z.number();

/** A field of a scheme that this release does not know would change the numbers: none is tolerated. */
const scheme: z.ZodType<ScoringScheme> = scoringScheme;

const pledge = z.object({ id: text, memberId: text, kind: pledgeKind, text, dueMonths: z.array(number), weight: number });
const deadline = z.object({
  step: waitedStep,
  dueAt: number,
  lastDay: text,
  reminders: z.array(z.object({ at: number, n: number, level: number })),
});
const memberWait = z.object({
  memberId: text,
  step: memberStep,
  since: number.optional(),
  dueAt: number.optional(),
  lastDay: text.optional(),
  reminders: deadline.shape.reminders,
});
const counters = z.object({
  due: number,
  applied: number,
  onBehalf: number,
  late: number,
  absent: number,
  objections: number,
  heldBack: number,
});
/** Its facts are written again with the next round: what a later release has added stays there. */
const publication: z.ZodType<PublicationRecord> = z.looseObject({
  round: number,
  postedOn: text.optional(),
  place: text.optional(),
  filedAt: number.optional(),
  receiptNumber: text.optional(),
  returned: z.looseObject({ at: number, reason: text, backTo: z.enum(['posting', 'filing']) }).optional(),
});

const key = {
  _id: text,
  branchId: text,
  period: text,
  stage: branchMonthStage,
  round: number,
};
const awaitingProjection = text.optional();
const list = {
  ...key,
  branchName: text,
  path: text,
  deadlines: z.array(deadline),
  counters,
  decidedWith: z.object({ closing: text as unknown as z.ZodType<Period>, by: z.enum(['quarter', 'merged']) }).optional(),
  broughtIn: z.object({ source: text, at: number, role: z.enum(['supervising-committee', 'county-organisation-department']) }).optional(),
};
const inHand = {
  ...list,
  scopes: z.array(text),
  version: number,
  openedAt: number,
  state: storedState,
  rosterHash: text,
  meetingOn: text.optional(),
  memberWaits: z.array(memberWait).optional(),
  ceiling: number,
  publications: z.array(publication),
  actIds: z.array(text),
  awaitingProjection,
};

const collection = 'branchMonths';
export const monthKeys = documentReader<OpenMonthKey>(collection, z.object({ ...key, awaitingProjection }));
export const monthsListed = documentReader<BranchMonthListed>(collection, z.object(list));
export const monthsInHand = documentReader<MonthInHand>(collection, z.object(inHand));
export const months = documentReader<BranchMonthRecord>(
  collection,
  z.object({ ...inHand, scheme, sector, pledges: z.array(pledge), participants: z.array(storedMemberCard) }),
);

/** What indexes need beside the record. */
export const besideMonth = (record: Pick<BranchMonthRecord, 'stage' | 'deadlines' | 'decidedWith' | 'memberWaits'>) => ({
  closed: record.stage === 'closed',
  lateFrom: lateFrom(record),
  wakes: wakesOf(record),
});

export const storedMonth = (record: BranchMonthRecord) => plain({ ...record, ...besideMonth(record) });
