import { updateRefusals } from '@jifen/contracts';
import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/** Stays pending at the sender's and is sent again. */
export const notYet = (): ApplicationFailure => ApplicationFailure.nonRetryable('not yet', updateRefusals.notYet);

/** Is refused for good; the code is the message and the first detail. */
export const never = (code: string): ApplicationFailure => ApplicationFailure.nonRetryable(code, updateRefusals.never, code);

/** A service's refusal carries its code as the failure's type. */
export function refusalCodeOf(error: unknown): string | undefined {
  if (!(error instanceof ActivityFailure) || !(error.cause instanceof ApplicationFailure)) return undefined;
  return error.cause.nonRetryable ? (error.cause.type ?? undefined) : undefined;
}
