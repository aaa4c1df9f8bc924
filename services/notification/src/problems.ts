import { assertNever, type Problem, problem } from '@jifen/service-kit';
import type { RemindRefusal } from './reminders/remind-by-hand.ts';

export type NotificationRefusal = RemindRefusal;

/** The one place where notification's reasons become HTTP. */
export function toProblem(refusal: NotificationRefusal): Problem {
  const { code, ...facts } = refusal;
  switch (refusal.code) {
    case 'forbidden':
      return problem({ status: 403, code, facts });
    case 'not-found':
      return problem({ status: 404, code });
    case 'nothing-outstanding':
      return problem({ status: 409, code });
    default:
      return assertNever(refusal);
  }
}
