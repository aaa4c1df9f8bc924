import { createHash } from 'node:crypto';
import { noticeTemplate } from '@jifen/contracts';
import { z } from 'zod';

const attempts = { attempts: z.number(), unknowns: z.number(), messageId: z.string() };

/** A mail's way (times are real, in milliseconds): `unknown` means the server may have taken it before the line broke. */
const mail = z.discriminatedUnion('state', [
  z.object({ state: z.literal('queued'), dueAt: z.number(), lastError: z.string().optional(), ...attempts }),
  z.object({ state: z.literal('sending'), claimedUntil: z.number(), ...attempts }),
  z.object({ state: z.literal('sent'), response: z.string(), at: z.number(), ...attempts }),
  z.object({ state: z.enum(['rejected', 'unknown']), lastError: z.string(), at: z.number(), ...attempts }),
  z.object({ state: z.enum(['no-longer-due', 'no-address']), at: z.number(), ...attempts }),
]);
export type Mail = z.infer<typeof mail>;

const outcome = z.enum(['sent', 'rejected', 'unknown', 'no-longer-due', 'no-address']);
export type Outcome = z.infer<typeof outcome>;

/** A reminder has no mail of its own: it waits for the person's digest of a day, and then shares its outcome. */
const inDigest = z.discriminatedUnion('state', [
  /** `passedOver`: the business day whose digest had left before. */
  z.object({ state: z.literal('waiting'), dueAt: z.number(), passedOver: z.string().optional() }),
  z.object({ state: z.literal('joined'), digestId: z.string(), outcome: outcome.optional(), attempts: z.number() }),
]);

/** One message to one person: the inbox item, and its mail if one is to go out. */
export const message = z.object({
  id: z.string(),
  key: z.string(),
  template: noticeTemplate,
  organisation: z.string(),
  branchId: z.string(),
  period: z.string(),
  round: z.number(),
  recipient: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Business time. */
  at: z.number(),
  readAt: z.number().optional(),
  /** When it was found that nobody waits for the recipient any more. */
  doneAt: z.number().optional(),
  mail: mail.optional(),
  /** Its mail was asked for by hand and keeps to no hours. */
  atOnce: z.literal(true).optional(),
  digest: inDigest.optional(),
  /** Itself a digest, of this business day: a mail only, and no message of the inbox. */
  gathers: z.string().optional(),
});
export type Message = z.infer<typeof message>;

/** The same key and recipient are the same message. */
export function messageId(key: string, recipient: string): string {
  return createHash('sha256').update(`${key}|${recipient}`).digest('hex').slice(0, 32);
}

/** A mail that may start now. Its Message-ID never changes, so that a second copy can be recognised as one. */
export function queuedMail(id: string, dueAt: number): Mail {
  return { state: 'queued', dueAt, attempts: 0, unknowns: 0, messageId: `<${id}@jifen.invalid>` };
}
