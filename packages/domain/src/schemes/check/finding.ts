/** What is wrong, or looks wrong, with a scheme or with facts, and where: the path leads into the file. */
export type Finding = {
  readonly code: FindingCode;
  readonly path: string;
  /** Only what is free of errors can be evaluated. */
  readonly severity: 'error' | 'warning';
  readonly values: Readonly<Record<string, string>>;
};

/** What stands in the way of evaluating. */
export type CheckCode =
  | 'not-a-number'
  | 'not-an-interval'
  | 'id-used-twice'
  | 'unknown-node'
  | 'unknown-class'
  | 'unknown-plan'
  | 'unknown-grade'
  | 'unknown-item'
  | 'class-without-value'
  | 'reference-out-of-period'
  | 'circular-reference'
  | 'reference-too-deep'
  | 'number-too-long'
  | 'period-does-not-divide'
  | 'condition-too-early'
  | 'month-needs-a-period'
  | 'marks-need-an-entry'
  | 'needs-single-entries'
  | 'caps-need-a-sum'
  | 'wrong-statement'
  | 'too-many-decimals'
  | 'out-of-range'
  | 'unknown-option'
  | 'unknown-pledge'
  | 'unknown-electorate'
  | 'unknown-entry'
  | 'reversed-twice'
  | 'circular-reversal'
  | 'not-a-date'
  | 'not-a-month'
  | 'date-outside-year'
  | 'statement-missing'
  | 'class-not-assigned'
  | 'class-assigned-twice'
  | 'ceiling-missing'
  | 'ceiling-out-of-range'
  | 'plan-does-not-sum'
  | 'pledge-kinds-missing'
  | 'unknown-decision'
  | 'another-parent'
  | 'not-allowed'
  | 'too-many-items'
  | 'part-missing-for-months'
  | 'part-unfit-for-months'
  | 'item-unfit-for-months'
  | 'rate-missing-for-months';

/** What may be meant, but looks wrong, or may not be adopted. */
export type LintCode =
  | 'forbidden-item'
  | 'maximum-is-not-the-sum'
  | 'uncapped-item'
  | 'worth-beyond-maximum'
  | 'no-floor'
  | 'cap-longer-than-period'
  | 'weights-do-not-sum'
  | 'appraisal-cannot-fall-below'
  | 'range-not-stated'
  | 'plan-cannot-sum'
  | 'sample-values'
  | 'gap-between-bands'
  | 'gap-between-rows'
  | 'bands-overlap'
  | 'rows-overlap'
  | 'band-never-reached'
  | 'grade-never-given'
  | 'quota-gives-no-place'
  | 'quotas-contradict'
  | 'rule-says-the-same'
  | 'rule-never-holds'
  | 'rung-never-reached';
export type FindingCode = CheckCode | LintCode;

/** Regulation 2-2 step 1: whether a finding stands in the way of evaluating. */
export const isError = ({ severity }: Finding): boolean => severity === 'error';

/** Regulation 2-2 step 1: a finding that stands in the way. */
export function error(code: FindingCode, path: string, values: Finding['values'] = {}): Finding {
  return { code, path, severity: 'error', values };
}

/** Regulation 2-2 step 1: a finding that people have to weigh. */
export function warning(code: LintCode, path: string, values: Finding['values'] = {}): Finding {
  return { code, path, severity: 'warning', values };
}
