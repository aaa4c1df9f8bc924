import type { actAnswer } from '@jifen/contracts';
import type { JsonReply, Problem } from '@jifen/service-kit';
import type { z } from 'zod';
import type { Act } from '../acts/act.store.ts';
import { refusedProblem } from '../problems.ts';

/** 200: effective. 202: recorded, being delivered. A refusal after it was recorded is answered with its reason. */
export function answerOf({ _id, status, at, refusal }: Act): JsonReply<z.input<typeof actAnswer>> | Problem {
  if (status === 'refused') return refusedProblem(refusal ?? { code: 'refused', facts: {} });
  return { status: status === 'pending' ? 202 : 200, body: { actId: _id, status, at } };
}
