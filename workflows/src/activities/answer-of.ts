import type { ClientResult, RemoteRefusal } from '@jifen/service-kit';
import { ApplicationFailure } from '@temporalio/common';

/** Scoring's clock has not got there yet; the token was not known yet: both are cured by waiting. */
const curedByWaiting = ({ status, code }: RemoteRefusal): boolean => code === 'not-due-yet' || status === 401;

/** The answer, or a failure whose type is the refusal's code; Temporal repeats only what waiting can cure. */
export function answerOf<T>(result: ClientResult<T>): T {
  if (result.ok) return result.value;
  const { refusal } = result;
  throw ApplicationFailure.create({ message: refusal.code, type: refusal.code, nonRetryable: !curedByWaiting(refusal) });
}
