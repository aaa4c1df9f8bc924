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
  mail: mail.optional(),
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
