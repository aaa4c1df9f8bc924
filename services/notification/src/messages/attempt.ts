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

/** Whether an attempt may start: due, or left by a process that died in the middle and not yet unknown twice. */
export function claimable(mail: Mail, now: number): boolean {
  return (mail.state === 'queued' && mail.dueAt <= now) || (mail.state === 'sending' && mail.claimedUntil < now);
}

/** The mail in the hands of one sender. An attempt that was left in the middle is an unknown outcome: after a second one nobody sends again. */
export function claimed(mail: Mail, now: number, claimedUntil: number): Mail {
  const broken: Attempt = { outcome: 'broken-after-data', error: 'the sender stopped in the middle of an attempt' };
  const left = mail.state === 'sending' ? afterAttempt(mail, broken, now) : mail;
  if (left.state === 'unknown') return left;
  return { attempts: left.attempts + 1, unknowns: left.unknowns, messageId: left.messageId, state: 'sending', claimedUntil };
}
