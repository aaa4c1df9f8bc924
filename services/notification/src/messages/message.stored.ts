import { noticeTemplate } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { Mail, Message } from './message.ts';

const attempts = { attempts: z.number(), unknowns: z.number(), messageId: z.string() };
const mail: z.ZodType<Mail> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('queued'), dueAt: z.number(), lastError: z.string().optional(), ...attempts }),
  z.object({ state: z.literal('sending'), claimedUntil: z.number(), ...attempts }),
  z.object({ state: z.literal('sent'), response: z.string(), at: z.number(), ...attempts }),
  z.object({ state: z.enum(['rejected', 'unknown']), lastError: z.string(), at: z.number(), ...attempts }),
  z.object({ state: z.enum(['no-longer-due', 'no-address']), at: z.number(), ...attempts }),
]);

const stored = z.object({
  _id: z.string(),
  key: z.string(),
  template: noticeTemplate,
  organisation: z.string(),
  branchId: z.string(),
  period: z.string(),
  round: z.number(),
  recipient: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.number(),
  readAt: z.number().optional(),
  mail: mail.optional(),
});

export type StoredMessage = z.infer<typeof stored>;

export const messages = documentReader(
  'messages',
  stored.transform(({ _id, ...rest }): Message => ({ id: _id, ...rest })),
);

/** Of a mail that may start: as much as its sender's turn is decided by. */
export const startables = documentReader(
  'messages',
  z
    .object({ _id: z.string(), recipient: z.string(), mail: z.object({ attempts: z.number() }) })
    .transform(({ _id, recipient, mail: { attempts } }) => ({ id: _id, recipient, attempts })),
);

export const storedMessage = ({ id, ...rest }: Message): StoredMessage => plain({ _id: id, ...rest });
