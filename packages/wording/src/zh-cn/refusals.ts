import type { Facts, Sentence } from './facts.ts';
import { decisionRefusals } from './refusals/decisions.ts';
import { jointEvaluationRefusals } from './refusals/joint-evaluation.ts';
import { lineRefusals } from './refusals/lines.ts';
import { requestRefusals } from './refusals/requests.ts';
import { schemeRefusals } from './refusals/schemes.ts';

const refusals: Readonly<Record<string, Sentence>> = {
  ...requestRefusals,
  ...decisionRefusals,
  ...jointEvaluationRefusals,
  ...lineRefusals,
  ...schemeRefusals,
};

export const refusalCodes: readonly string[] = Object.keys(refusals);

/** Why something was not done, and what to do now. */
export function refusalSentence(code: string, facts: Facts = {}): string {
  const sentence = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  return sentence ? sentence(facts) : '没有办成。请刷新页面看看现在的情况，再试一次；仍然不行，请告诉管理员。';
}
