import { createHash } from 'node:crypto';
import type { NoticeTemplate } from '@jifen/contracts';

export type NoticeFacts = Record<string, string | number>;

/** A mail's way (times are real, in milliseconds): `unknown` means the server may have taken it before the line broke. */
export type Mail = { attempts: number; unknowns: number; messageId: string } & (
  | { state: 'queued'; dueAt: number; lastError?: string | undefined }
  | { state: 'sending'; claimedUntil: number }
  | { state: 'sent'; response: string; at: number }
  | { state: 'rejected' | 'unknown'; lastError: string; at: number }
  | { state: 'no-longer-due' | 'no-address'; at: number }
);

/** One message to one person: the inbox item, and its mail if one is to go out. */
export type Message = {
  id: string;
  key: string;
  template: NoticeTemplate;
  organisation: string;
  branchId: string;
  period: string;
  round: number;
  recipient: string;
  facts: NoticeFacts;
  /** Business time. */
  at: number;
  readAt?: number | undefined;
  mail?: Mail | undefined;
};

/** The same key and recipient are the same message. */
export function messageId(key: string, recipient: string): string {
  return createHash('sha256').update(`${key}|${recipient}`).digest('hex').slice(0, 32);
}

/** A mail that may start now. Its Message-ID never changes, so that a second copy can be recognised as one. */
export function queuedMail(id: string, dueAt: number): Mail {
  return { state: 'queued', dueAt, attempts: 0, unknowns: 0, messageId: `<${id}@jifen.invalid>` };
}
