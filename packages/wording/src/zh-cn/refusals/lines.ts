import { type Facts, numberIn, pointsText, type Sentence, textIn } from '../facts.ts';
import { itemName } from '../items.ts';
import { nameIn, pledgeKindNames } from '../names.ts';
import { intervalText } from '../schemes/numbers.ts';

const itemIn = (facts: Facts) =>
  textIn(facts, 'item') === undefined ? '这一项' : `“${itemName(facts.item, { title: textIn(facts, 'title') })}”`;

const ceiling: Sentence = (facts) => {
  const limit = facts.ceiling;
  return limit === undefined ? '分数超过了上限。请改到上限以内。' : `任务分超过了本月上限${pointsText(limit)}分。请改到上限以内。`;
};

/** The contents of a member's line. */
export const lineRefusals: Record<string, Sentence> = {
  'exceeds-ceiling': ceiling,
  'unknown-line': () => '名单里没有这个人的这一行。请刷新页面核对。',
  'unknown-member': () => '名单里没有这个人。请刷新页面核对。',
  'line-missing': () => '还有人没有登记。请把名单登记齐，再提交。',
  'duplicate-line': () => '同一个人填了两行。请删掉一行，再提交。',
  'claim-not-allowed': () => '任务分不能这样填：申报的按完成情况计算，未申报的由支部登记。请改正后再提交。',
  'unknown-item': (facts) => `${itemIn(facts)}不在本支部今年的细则里。请从列出的事项中选。`,
  'wrong-sign': (facts) => `${itemIn(facts)}的分数填反了。扣分、加分都填正数，由系统加减。`,
  'amount-not-allowed': (facts) => `${itemIn(facts)}不能填这个分数。请按细则规定的分值填写。`,
  'basis-required': (facts) => `${itemIn(facts)}要写明事由或者依据。请补上再提交。`,
  'deducts-more-than-base': (facts) =>
    `加上${itemIn(facts)}，本月扣分超过了基础分${pointsText(facts.limit)}分。请改到${pointsText(facts.limit)}分以内。`,
  'evidence-required': (facts) => `${itemIn(facts)}要写明依据（文件名称和文号，或者谁可以证明）。请补上再提交。`,
  'sentence-required': () => '没有全部完成的，请用一句话写明情况，再提交。',
  'unknown-pledge': () => '有一项承诺不在本月应评的范围内。请刷新页面再填。',
  'pledge-appraised-twice': () => '同一项承诺填了两次。请保留一次。',
  'pledge-not-appraised': () => '还有承诺没有填完成情况。请逐项填完，再提交。',
  'nothing-due': () => '本月没有应评的承诺和任务，由支部按工作进展登记。',
  'pledges-are-due': (facts) => {
    const count = numberIn(facts, 'count');
    return `本月有${count === undefined ? '' : `${count}项`}应评的承诺和任务。请逐项填写完成情况。`;
  },
  'percent-out-of-range': () => '工作进展要在百分之零到百分之百之间。请改正。',
  'weight-not-whole': () => '承诺的分值要填整数。请改正。',
  'due-months-invalid': () => '承诺的完成月份没有填对。请从一月到十二月中选。',
  'duplicate-pledge': () => '同一项承诺登记了两次。请保留一次。',
  'no-pledges': () => '这位在职党员还没有承诺或任务。请先登记至少一项。',
  'pledge-kinds-missing': (facts) => {
    const kinds = facts.missing;
    const names = Array.isArray(kinds) ? kinds.map((kind) => nameIn(pledgeKindNames, kind)).join('、') : '';
    return `无职党员四类承诺各至少一条${names === '' ? '' : `，还缺${names}`}。请补上；支部其他人的计划照常生效。`;
  },
  'ceilings-not-twelve': () => '月度计划要填满十二个月。请补齐。',
  'ceiling-out-of-range': (facts) => {
    const month = numberIn(facts, 'month');
    const range = typeof facts.each === 'string' ? `（${intervalText(facts.each)}分）` : '';
    return `${month === undefined ? '有一个月' : `${month}月`}的上限不合评分标准规定的范围或者分档${range}。请改正。`;
  },
  'ceilings-do-not-sum': (facts) => {
    const total = facts.total === undefined ? '' : `现在是${pointsText(facts.total)}分，`;
    return `十二个月的上限${total}加起来要正好是${typeof facts.expected === 'string' ? facts.expected : '70'}分。请调整。`;
  },
};
