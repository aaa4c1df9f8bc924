import { dateText, monthText, numberIn, type Sentence } from '../facts.ts';
import { fixedText } from '../schemes/fixed.ts';

/** Versions of the county's scheme. */
export const schemeRefusals: Record<string, Sentence> = {
  'scheme-unreadable': () => '这份文件不能用作评分方案。请按列出的位置逐处改正，再上传。',
  'unknown-library-scheme': () => '方案库里没有这个方案。请刷新页面，从列出的方案中选。',
  'scheme-changed-meanwhile': () => '这一版的内容刚刚由另一位同志改过。请刷新页面，看过现在的内容再办。',
  'scheme-version-closed': () => '这一版已经办结，不能再改。要调整，请另拟一版，从以后的月份起用。',
  'scheme-not-linted': () => '这一版还没有检查。请先检查，再往下办。',
  'scheme-has-errors': (facts) => {
    const count = numberIn(facts, 'count');
    return `这一版有${count === undefined ? '' : `${count}处`}必须改正的错误。请改正、重新检查以后再办。`;
  },
  'scheme-not-compared': () => '还没有看过这一版对得分的影响。请先比较，看过结果再启用。',
  'comparison-not-finished': () => '比较还没有算完。请等算完，看过结果再确认。',
  'no-settled-month': () => '今年还没有办结的月份，没有可以比较的记录。请选去年。',
  'scheme-not-adopted': () => '这一版没有启用，不用撤回。',
  'scheme-month-over': (facts) => `${monthText(facts.from)}已经过去，不能从那时起用。请选本月或者以后的月份。`,
  'scheme-month-opened': (facts) => `已经有支部开始办理${monthText(facts.period)}，开始以后办法不变。请从再以后的月份起用。`,
  'scheme-month-taken': (facts) => `已经有一版从${monthText(facts.from)}起用。请先撤回那一版，或者另选月份。`,
  'scheme-in-use': (facts) => `已经有支部按这一版办理${monthText(facts.period)}，不能撤回。要调整，请另拟一版，从以后的月份起用。`,
  'scheme-fixed-for-the-year': (facts) => {
    const year = typeof facts.from === 'string' ? Number(facts.from.slice(0, 4)) : undefined;
    return `当年的年度计划按原来的${fixedText(facts)}制定，年内不改。要调整，请${year === undefined ? '从下一年度的1月' : `从${year + 1}年1月`}起用；其余内容可以另拟一版先用。`;
  },
  'scheme-needed-later': (facts) =>
    `从${monthText(facts.later)}起用的一版与它衔接：单办这一版，那一年年内的办法就前后不一。请先撤回后面那一版。`,
  'year-plan-of-another-scheme': (facts) =>
    `本支部的年度计划按原来的${fixedText(facts)}制定，与现行评分标准不一致，本月不能开始办理。请先按现行标准重新制定年度计划。`,
  'document-in-the-future': (facts) => {
    const on = dateText(facts.on);
    return `文件的日期${on === undefined ? '' : `（${on}）`}还没有到。请填写印发的日期。`;
  },
};
