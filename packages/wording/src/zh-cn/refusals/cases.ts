import type { Sentence } from '../refusals.ts';

/** Exemption and the year's end. */
export const caseRefusals: Record<string, Sentence> = {
  'exemption-decided': () => '这件免予积分的申请已经办结。请刷新页面，看办理结果。',
  'separate-administrators': () => '系统、安全、审计三员要由不同的人担任。请另选一位同志。',
  'not-a-period': () => '月份没有填对。请从列出的月份中选。',
  'consent-missing': () => '还没有本人意愿。请先征得本人同意，再往上报。',
};
