import type { OutstandingAnswer } from '@jifen/contracts';
import { type Message, messageId, queuedMail } from './messages/message.ts';
import type { Office, Outstanding, OutstandingFinder, OutstandingQuestion, People } from './ports/ports.ts';

export const recipient = 'p-li';
export const aMessage = (change: Partial<Message> = {}): Message => {
  const id = messageId(change.key ?? 'k1', change.recipient ?? recipient);
  return {
    id,
    key: 'k1',
    template: 'reminder',
    organisation: '/qinghe/lianhu/dongwan',
    branchId: 'dongwan',
    period: '2026-10',
    round: 1,
    recipient,
    facts: { step: 'registration', level: 0 },
    at: 1_000,
    mail: queuedMail(id, 0),
    ...change,
  };
};

/** A reminder waits for its person's digest. */
export const aReminder = (change: Partial<Message> = {}): Message => {
  const { mail: _, ...message } = aMessage(change);
  return { digest: { state: 'waiting', dueAt: 0 }, ...message };
};

export function anOffice(isOpen = true): Office & { opens(): void; closes(): void } {
  let open = isOpen;
  return {
    isOpen: async () => open,
    opens: () => {
      open = true;
    },
    closes: () => {
      open = false;
    },
  };
}

export const anAnswer = (change: Partial<OutstandingAnswer> = {}): OutstandingAnswer => ({
  open: true,
  organisation: '/qinghe/lianhu/dongwan',
  branchName: '东湾村党支部',
  lastDay: '2026-10-30',
  people: [{ personId: recipient, reason: 'has-to-act' }],
  ...change,
});

/** Answers what it is told to and keeps the questions. */
export function toldOutstanding(answer: OutstandingAnswer): Outstanding & OutstandingFinder & { asked: OutstandingQuestion[] } {
  const asked: OutstandingQuestion[] = [];
  const ask = async (question: OutstandingQuestion) => {
    asked.push(question);
    return answer;
  };
  return { asked, ask, find: ask };
}

export const knownPeople = (email: string | undefined = 'li@dongwan.invalid'): People => ({
  contacts: async (ids) =>
    ids.map((personId) => ({ personId, name: '李某', telephone: '19900000000', ...(email === undefined ? {} : { email }) })),
});
