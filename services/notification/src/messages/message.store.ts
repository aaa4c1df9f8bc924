import type { MailReport } from '@jifen/contracts';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { type Mail, type Message, message } from './message.ts';

type DeliveryQuery = { branchId: string; period: string; limit: number };

/** How far back the operator is told of mails that are over. */
export const reportedMs = 86_400_000;
export const underWay = ['queued', 'sending'] as const;
export const over = ['sent', 'rejected', 'unknown', 'no-longer-due', 'no-address'] as const;

/** Messages are added once and never changed but for `readAt` and the mail's state. */
export type MessageStore = {
  /** How many were new; those already known are left as they are. */
  addAll(messages: readonly Message[]): Promise<number>;
  inbox(query: { recipient: string; limit: number }): Promise<{ items: Message[]; unread: number }>;
  markRead(id: string, recipient: string, at: number): Promise<boolean>;
  deliveries(query: DeliveryQuery): Promise<{ items: Message[]; total: number }>;
  withoutAddress(query: DeliveryQuery): Promise<Message[]>;
  /** Mails that may start now: queued and due, or claimed by a process that died. */
  startable(now: number, limit: number): Promise<{ id: string; recipient: string; attempts: number }[]>;
  /** Takes the mail for one attempt; undefined when somebody else has it or it is over. A claim that ran out counts as an unknown outcome. */
  claim(id: string, now: number, claimedUntil: number): Promise<Message | undefined>;
  /** Writes the attempt's end, if the claim is still ours. */
  conclude(id: string, claimedUntil: number, mail: Mail): Promise<boolean>;
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
