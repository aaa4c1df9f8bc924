/** What is or looks wrong with a scheme or with facts; the path is the place in the file. */
export type Finding = {
  readonly code: FindingCode;
  readonly path: string;
  /** A scheme with an error cannot be evaluated. */
  readonly severity: 'error' | 'warning';
  readonly values: Readonly<Record<string, string>>;
};

/** Errors: they prevent an evaluation. */
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
  | 'rate-missing-for-months'
  | 'policy-not-followed';

/** What looks wrong but may be intended, or may not be adopted. */
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

/** Whether a finding prevents an evaluation. */
export const isError = ({ severity }: Finding): boolean => severity === 'error';

/** A finding that prevents an evaluation. */
export function error(code: FindingCode, path: string, values: Finding['values'] = {}): Finding {
  return { code, path, severity: 'error', values };
}

/** A finding for people to judge. */
export function warning(code: LintCode, path: string, values: Finding['values'] = {}): Finding {
  return { code, path, severity: 'warning', values };
}
