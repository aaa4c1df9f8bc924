import type { ConsoleMe } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Select } from 'antd';
import { useState } from 'react';
import { type BranchMonthPage, type MonthKey, useMonths } from '../../api/queries.ts';
import { useSignedIn, workingBranch } from '../../parts/me.ts';
import { currentMonth, keyOf } from '../../parts/months.ts';

const firstOf = (page: BranchMonthPage | undefined, me: ConsoleMe): MonthKey | undefined =>
  page === undefined ? undefined : (currentMonth(page.items, workingBranch(me)) ?? keyOf(page.items[0]));

/** Which branch's month the lists are about: the own one at first. */
export function useChosenMonth() {
  const me = useSignedIn();
  const months = useMonths();
  const [chosen, choose] = useState<MonthKey>();
  return { months, month: chosen ?? firstOf(months.data, me), choose };
}

type MonthChooserProps = { page: BranchMonthPage; month: MonthKey | undefined; onChoose: (month: MonthKey) => void };

export function MonthChooser({ page, month, onChoose }: MonthChooserProps) {
  const choose = (key: string) => {
    const found = page.items.find(({ branchId, period }) => `${branchId}/${period}` === key);
    if (found) onChoose({ branchId: found.branchId, period: found.period });
  };
  return (
    <Select
      aria-label={words.delivery.branch}
      style={{ minWidth: 240 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={month ? `${month.branchId}/${month.period}` : null}
      onChange={(key) => key !== null && choose(key)}
      options={page.items.map(({ branchId, branchName, period }) => ({
        value: `${branchId}/${period}`,
        label: `${branchName} ${formatPeriod(period)}`,
      }))}
    />
  );
}
