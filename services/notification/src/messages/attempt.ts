import type { Mail } from './message.ts';

/** What came of one attempt. `after-data`: nobody can say whether the server kept the message (RFC 1047). */
export type Attempt =
  | { outcome: 'sent'; response: string }
  | { outcome: 'refused-for-good'; error: string }
  | { outcome: 'failed-before-data'; error: string }
  | { outcome: 'broken-after-data'; error: string }
  | { outcome: 'no-longer-due' }
  | { outcome: 'no-address' };

const minute = 60_000;
const pauses = [1, 5, 30, 120, 720].map((minutes) => minutes * minute);

/** The mail after an attempt. A refusal for now is tried five times more; an unknown outcome once more, never a third time. */
export function afterAttempt(mail: Mail, attempt: Attempt, now: number): Mail {
  const kept = { attempts: mail.attempts, unknowns: mail.unknowns, messageId: mail.messageId };
  switch (attempt.outcome) {
    case 'sent':
      return { ...kept, state: 'sent', response: attempt.response, at: now };
    case 'refused-for-good':
      return { ...kept, state: 'rejected', lastError: attempt.error, at: now };
    case 'no-longer-due':
    case 'no-address':
      return { ...kept, state: attempt.outcome, at: now };
    case 'broken-after-data':
      return mail.unknowns === 0
        ? { ...kept, unknowns: 1, state: 'queued', dueAt: now + 5 * minute, lastError: attempt.error }
        : { ...kept, unknowns: mail.unknowns + 1, state: 'unknown', lastError: attempt.error, at: now };
    case 'failed-before-data': {
      const pause = pauses[mail.attempts - mail.unknowns - 1];
      return pause === undefined
        ? { ...kept, state: 'rejected', lastError: attempt.error, at: now }
        : { ...kept, state: 'queued', dueAt: now + pause, lastError: attempt.error };
    }
  }
}
