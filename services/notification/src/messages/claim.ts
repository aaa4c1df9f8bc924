import { afterAttempt } from './attempt.ts';
import type { Mail } from './message.ts';

/** Whether an attempt may start: due, or left by a process that died in the middle and not yet unknown twice. */
export function claimable(mail: Mail, now: number): boolean {
  return (mail.state === 'queued' && mail.dueAt <= now) || (mail.state === 'sending' && mail.claimedUntil < now);
}

/** The mail in the hands of one sender. An attempt that was left in the middle is an unknown outcome: after a second one nobody sends again. */
export function claimed(mail: Mail, now: number, claimedUntil: number): Mail {
  if (mail.state === 'sending') {
    const left = afterAttempt(mail, { outcome: 'broken-after-data', error: 'the sender stopped in the middle of an attempt' }, now);
    if (left.state === 'unknown') return left;
    return { attempts: left.attempts + 1, unknowns: left.unknowns, messageId: left.messageId, state: 'sending', claimedUntil };
  }
  return { attempts: mail.attempts + 1, unknowns: mail.unknowns, messageId: mail.messageId, state: 'sending', claimedUntil };
}
