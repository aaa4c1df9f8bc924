import type { NoticeRequest } from '@jifen/contracts';
import type { MessageStore } from '../messages/message.store.ts';
import { type Message, messageId, queuedMail } from '../messages/message.ts';

export type RecordNotice = { notice: NoticeRequest; businessNow: number; realNow: number };

function messagesOf({ notice, businessNow, realNow }: RecordNotice): Message[] {
  const { recipients, mail, ...shared } = notice;
  return [...new Set(recipients)].map((recipient) => {
    const id = messageId(notice.key, recipient);
    return { ...shared, id, recipient, at: businessNow, ...(mail ? { mail: queuedMail(id, realNow) } : {}) };
  });
}

/** Adds one message for each recipient; a repeated key adds nothing. */
export async function recordNotice(store: MessageStore, request: RecordNotice): Promise<{ accepted: number; repeated: number }> {
  const messages = messagesOf(request);
  const accepted = await store.addAll(messages);
  return { accepted, repeated: messages.length - accepted };
}
