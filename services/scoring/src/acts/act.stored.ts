import { actStatus, fulfilmentState, leavingReason } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { Act, ActContent } from './act.store.ts';

const text = z.string();
const number = z.number();

const entry = z.object({ item: text, amount: number, basis: text.optional(), evidence: text.optional() });
const fulfilment = z.object({ pledgeId: text, state: fulfilmentState, sentence: text.optional() });
const line = z.object({ memberId: text, deductions: z.array(entry), task: number, rewards: z.array(entry) });
const changed = line.extend({ reason: text });
const votes = { inFavour: number, against: number, abstained: number };
const onBehalf = z.object({ way: z.enum(['paper', 'telephone']).optional(), paperSignedOn: text.optional() }).optional();

const earlierTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fulfilments'), fulfilments: z.array(fulfilment) }),
  z.object({ kind: z.literal('stated-progress'), percent: number }),
  z.object({ kind: z.literal('decided'), amount: number }),
  z.object({ kind: z.literal('not-applied') }),
]);

const content: z.ZodType<ActContent> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('application'),
    fulfilments: z.array(fulfilment),
    rewards: z.array(entry),
    lateReason: text.optional(),
    onBehalf,
  }),
  z.object({ kind: z.literal('withdraw-application'), applicationId: text }),
  z.object({ kind: z.literal('confirm-entry'), applicationId: text }),
  z.object({ kind: z.literal('leave'), because: leavingReason, on: text }),
  z.object({ kind: z.literal('object'), memberId: text, component: z.enum(['base', 'task', 'reward']), statement: text }),
  z.object({
    kind: z.literal('bring-in'),
    source: text,
    meeting: z.object({ heldOn: text, voters: number, present: number, ...votes }),
    postedOn: text,
    filedOn: text,
    lines: z.array(z.object({ memberId: text, deductions: z.array(entry), task: earlierTask, rewards: z.array(entry) })),
  }),
  z.object({ kind: z.literal('register'), lines: z.array(line.extend({ note: text.optional() })) }),
  z.object({ kind: z.literal('review'), changes: z.array(changed) }),
  z.object({ kind: z.literal('review-own-line'), memberId: text, change: changed.optional() }),
  z.object({
    kind: z.literal('record-meeting'),
    heldOn: text,
    present: z.array(text),
    onLeave: z.array(text),
    ...votes,
    separate: z.array(z.object({ memberId: text, ...votes, period: text.optional() })),
    changes: z.array(changed.extend({ period: text.optional() })),
    carried: z.boolean(),
    minutes: text.optional(),
    secondedBy: text.optional(),
  }),
  z.object({ kind: z.literal('post'), postedOn: text, place: text }),
  z.object({ kind: z.literal('answer-objection'), objectionId: text, upheld: z.boolean(), answer: text, change: line.optional() }),
  z.object({ kind: z.literal('file') }),
  z.object({ kind: z.literal('receive') }),
  z.object({ kind: z.literal('return'), backTo: z.enum(['posting', 'filing']), reason: text }),
  z.object({ kind: z.literal('withdraw'), actId: text }),
]);

const kind = z.enum([
  'application',
  'withdraw-application',
  'confirm-entry',
  'leave',
  'object',
  'bring-in',
  'register',
  'review',
  'review-own-line',
  'record-meeting',
  'post',
  'answer-objection',
  'file',
  'receive',
  'return',
  'withdraw',
]);

export const acts = documentReader<Act>(
  'acts',
  z.object({
    _id: text,
    kind,
    subject: z.object({ kind: z.literal('proceeding'), branchId: text, period: text }),
    branchId: text,
    period: text,
    round: number,
    memberId: text.optional(),
    businessKey: text,
    live: z.literal(true).optional(),
    unfolded: z.literal(true).optional(),
    status: actStatus,
    by: z.object({ personId: text, memberId: text.optional(), service: text, role: text }),
    at: number,
    enteredAt: number,
    bodyHash: text,
    rosterHash: text.optional(),
    content,
    onBehalf,
    refusal: z.object({ code: text, facts: z.record(text, z.unknown()) }).optional(),
    follows: z
      .object({
        actId: text,
        period: text,
        attendance: z.object({ due: number, voters: number, present: number }).exactOptional(),
      })
      .optional(),
    told: z.literal(true).optional(),
  }),
);

export const storedAct = (act: Act): Act => plain(act);
