import type { BranchMonthScreen } from '@jifen/contracts';
import { roleNames, words } from '@jifen/wording';
import { Alert } from 'antd';

/** 以前月份补录: from what, when and by whom; and why the steps before the meeting are empty. */
export function BroughtIn({ month: { broughtIn } }: { month: BranchMonthScreen }) {
  if (broughtIn === undefined) return null;
  const { role, at, source } = broughtIn;
  return (
    <Alert type="info" showIcon title={words.earlierMonths.notice(roleNames[role], at, source)} description={words.earlierMonths.hint} />
  );
}
