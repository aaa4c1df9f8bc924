import type { BranchMonthScreen, BranchMonthSummary } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Select, type SelectProps } from 'antd';
import { useNavigate } from 'react-router';
import { useMonths } from '../../api/queries.ts';

const mostMonths = 100;

/** The months of this branch, those from paper too, the newest first; after them what else the person may see. */
export function MonthSwitch({ month: { branchId, organisation, period } }: { month: BranchMonthScreen }) {
  const navigate = useNavigate();
  const own = useMonths({ organisation, pageSize: mostMonths }).data?.items ?? [];
  const others = (useMonths().data?.items ?? []).filter((one) => one.branchId !== branchId);
  if (own.length + others.length < 2) return null;
  const groups: SelectProps['options'] = [
    { label: words.branchMonth.months, options: own.map(ownOption) },
    { label: words.branchMonth.otherBranches, options: others.map(otherOption) },
  ];
  return (
    <Select
      aria-label={words.branchMonth.choose}
      style={{ minWidth: 220 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={`${branchId}/${period}`}
      onChange={(chosen) => void navigate(`/branches/${chosen}`)}
      options={others.length === 0 ? own.map(ownOption) : groups}
    />
  );
}

const keyOf = ({ branchId, period }: BranchMonthSummary) => `${branchId}/${period}`;
const ownOption = (one: BranchMonthSummary) => ({ value: keyOf(one), label: monthOf(one) });
const otherOption = (one: BranchMonthSummary) => ({ value: keyOf(one), label: `${one.branchName} ${monthOf(one)}` });
const monthOf = ({ period, broughtIn }: BranchMonthSummary) => (broughtIn ? words.earlierMonths.period(period) : formatPeriod(period));
