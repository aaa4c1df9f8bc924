import type { NoticeRequest } from '@jifen/contracts';
import type { MessageStore } from '../messages/message.store.ts';
import { type Message, messageId, queuedMail } from '../messages/message.ts';
import { isNoticeOf, isReminderOf, isWithinADay } from '../messages/told-of-step.ts';

type RecordNotice = { notice: NoticeRequest & Pick<Message, 'atOnce'>; businessNow: number; realNow: number };

/** Adds one message for each recipient; a repeated key adds nothing. */
export async function recordNotice(store: MessageStore, { notice, businessNow, realNow }: RecordNotice) {
  const { recipients, mail, ...shared } = notice;
  const messages = [...new Set(recipients)].map((recipient): Message => {
    const id = messageId(notice.key, recipient);
    return { ...shared, id, recipient, at: businessNow, ...(mail ? { mail: queuedMail(id, realNow) } : {}) };
  });
  const accepted = await store.addAll(messages);
  await takeBackReminders(store, messages);
  return { accepted, repeated: messages.length - accepted };
}

/** The reminder of a step may arrive before the notice that it begins; then it came too early. */
async function takeBackReminders(store: MessageStore, notices: readonly Message[]): Promise<void> {
  const [notice] = notices;
  const step = notice?.template === 'month-opened' ? 'application' : notice?.facts.step;
  if (notice === undefined || typeof step !== 'string' || !isNoticeOf(notice, { step })) return;
  const { branchId, period, round, key } = notice;
  const told = await store.toldIn({ branchId, period, round, recipients: notices.map(({ recipient }) => recipient) });
  const toldAt = new Map(told.filter((message) => message.key === key).map(({ recipient, at }) => [recipient, at]));
  const isEarly = (message: Message) => isReminderOf(message, { step }) && isWithinADay(toldAt.get(message.recipient), message.at);
  await store.takeBack(told.filter(isEarly).map(({ id }) => id));
}
