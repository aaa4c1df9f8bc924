import type { NoticeRequest } from '@jifen/contracts';
import type { MessageStore } from '../messages/message.store.ts';
import { type Message, messageId, queuedMail } from '../messages/message.ts';
import { stepBegun, takeBackEarly } from '../messages/told-of-step.ts';

type RecordNotice = { notice: NoticeRequest & Pick<Message, 'atOnce'>; businessNow: number; realNow: number };

/** Adds one message for each recipient; a repeated key adds nothing. */
export async function recordNotice(store: MessageStore, { notice, businessNow, realNow }: RecordNotice) {
  const { recipients, mail, ...shared } = notice;
  const messages = [...new Set(recipients)].map((recipient): Message => {
    const id = messageId(notice.key, recipient);
    return { ...shared, id, recipient, at: businessNow, ...(mail ? { mail: queuedMail(id, realNow) } : {}) };
  });
  const accepted = await store.addAll(messages);
  const step = stepBegun(notice);
  if (step !== undefined) await takeBackEarly(store, notice, step);
  return { accepted, repeated: messages.length - accepted };
}
