import { z } from 'zod';
import { id, instant, organisationPath, period, round } from './primitives.ts';

/** Templates of messages; their sentences are in the wording package. */
export const noticeTemplate = z.enum([
  'month-opened',
  'reminder',
  'escalation',
  'step-opened',
  'entered-on-behalf',
  'confirm-entry',
  'entry-unconfirmed',
  'line-waits',
  'line-waits-below',
  'list-posted',
  'objection-raised',
  'objection-answered',
  'filing-received',
  'filing-returned',
  'decision-refused',
]);
export type NoticeTemplate = z.infer<typeof noticeTemplate>;

/** Facts are ids, periods, steps, dates and counts; never a name, a score or a reason. */
export const noticeFacts = z.record(z.string(), z.union([z.string(), z.number()]));

/** `key` makes it idempotent: the same key and recipient is one notice. */
export const noticeRequest = z.strictObject({
  key: z.string().min(1).max(200),
  template: noticeTemplate,
  organisation: organisationPath,
  branchId: id,
  period,
  round,
  recipients: z.array(id).max(500),
  facts: noticeFacts,
  mail: z.boolean(),
});
export type NoticeRequest = z.infer<typeof noticeRequest>;
export const noticeAnswer = z.strictObject({ accepted: z.int(), repeated: z.int() });
export type NoticeAnswer = z.infer<typeof noticeAnswer>;

export const inboxItem = z.strictObject({
  id: z.string(),
  template: noticeTemplate,
  branchId: id,
  period,
  round,
  facts: noticeFacts,
  at: instant,
  readAt: instant.optional(),
  /** When it was found that nobody waits for the recipient any more. */
  doneAt: instant.optional(),
});
export type InboxItem = z.infer<typeof inboxItem>;
export const inboxAnswer = z.strictObject({ items: z.array(inboxItem), unread: z.int() });

/** All own messages up to this instant of business time (全部标为已读). */
export const readAllRequest = z.strictObject({ upTo: instant });
export const readAllAnswer = z.strictObject({ marked: z.int() });

export const mailState = z.enum(['queued', 'sending', 'sent', 'rejected', 'unknown', 'no-longer-due', 'no-address']);
export const deliveryRow = z.strictObject({
  id: z.string(),
  template: noticeTemplate,
  facts: noticeFacts,
  recipient: id,
  recipientName: z.string().optional(),
  branchId: id,
  period,
  state: mailState,
  attempts: z.int(),
  at: instant,
  lastError: z.string().optional(),
});
export const deliveryLog = z.strictObject({ items: z.array(deliveryRow), total: z.int() });
export type DeliveryLog = z.infer<typeof deliveryLog>;

/** People to telephone because no e-mail reaches them (电话通知单). */
export const telephoneList = z.strictObject({
  branchId: id,
  period,
  rows: z.array(
    z.strictObject({
      name: z.string(),
      telephone: z.string().optional(),
      template: noticeTemplate,
      facts: noticeFacts,
      at: instant,
      /** False once the step is done or the days are over. */
      due: z.boolean(),
    }),
  ),
});
export type TelephoneList = z.infer<typeof telephoneList>;
