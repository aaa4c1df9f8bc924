import type { MailReport } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { type Mail, type Message, message, type Outcome } from './message.ts';

type DeliveryQuery = { branchId: string; period: string; limit: number };
export type StepTold = { branchId: string; period: string; round: number; recipients: readonly string[] };
export type JoinedEnd = { recipient: string; digestId: string; ids: readonly string[]; outcome: Outcome; attempts: number };

/** How far back the operator is told of mails that are over. */
export const reportedMs = 86_400_000;
export const underWay = ['queued', 'sending'] as const;
export const over = ['sent', 'rejected', 'unknown', 'no-longer-due', 'no-address'] as const;

/** Messages are added once and never changed but for `readAt`, `doneAt` and what became of their mail. */
export type MessageStore = {
  /** How many were new; those already known are left as they are. */
  addAll(messages: readonly Message[]): Promise<number>;
  find(id: string): Promise<Message | undefined>;
  /** `unread` are those neither read nor done. Digests are no messages of the inbox. */
  inbox(query: { recipient: string; limit: number }): Promise<{ items: Message[]; unread: number }>;
  markRead(id: string, recipient: string, at: number): Promise<boolean>;
  /** All that the recipient got up to an instant; answers how many were unread. */
  markAllRead(recipient: string, upTo: number, at: number): Promise<number>;
  markDone(ids: readonly string[], at: number): Promise<void>;
  /** What these people were told of in a round of a branch's month. */
  toldIn(asked: StepTold): Promise<Message[]>;
  /** Takes away reminders that no digest has taken along yet. */
  takeBack(ids: readonly string[]): Promise<void>;
  deliveries(query: DeliveryQuery): Promise<{ items: Message[]; total: number }>;
  withoutAddress(query: DeliveryQuery): Promise<Message[]>;
  /** Mails that may start now: queued and due, or claimed by a process that died; outside office hours only those asked for by hand. */
  startable(now: number, limit: number, which: 'all' | 'at-once'): Promise<{ id: string; recipient: string; attempts: number }[]>;
  /** Takes the mail for one attempt; undefined when somebody else has it or it is over. A claim that ran out counts as an unknown outcome. */
  claim(id: string, now: number, claimedUntil: number): Promise<Message | undefined>;
  /** Writes the attempt's end, if the claim is still ours. */
  conclude(id: string, claimedUntil: number, mail: Mail): Promise<boolean>;
  /** For whom reminders wait that are due, without those whom the day's digest has passed over. */
  waitingForDigest(asked: { now: number; day: string; limit: number }): Promise<string[]>;
  /** What waits for these people now is not looked at again on that day. */
  passOver(recipients: readonly string[], day: string): Promise<void>;
  /** The reminders that wait for a person go with that digest; answers all that go with it. */
  join(recipient: string, digestId: string): Promise<Message[]>;
  joined(recipient: string, digestId: string): Promise<Message[]>;
  concludeJoined(end: JoinedEnd): Promise<void>;
  /** Mails on their way, and what became of those that ended in the day before `now`. */
  mailReport(now: number): Promise<MailReport>;
};

export const stored = message.omit({ id: true }).extend({ _id: z.string() });
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
