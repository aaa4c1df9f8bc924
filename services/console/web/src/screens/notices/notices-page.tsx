import type { ConsoleMe } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Empty, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type BranchMonthPage, type MonthKey, useMonths } from '../../api/queries.ts';
import { useSignedIn, workingBranch } from '../../parts/me.ts';
import { currentMonth, keyOf } from '../../parts/months.ts';
import { Page, Shown } from '../../parts/page.tsx';

type NoticesPageProps = {
  title: string;
  subtitle: string;
  tools?: (month: MonthKey) => ReactNode;
  children: (month: MonthKey, branch: string) => ReactNode;
};

/** A list about one branch's month: about the own one at first. */
export function NoticesPage({ title, subtitle, tools, children }: NoticesPageProps) {
  const me = useSignedIn();
  const months = useMonths();
  const [chosen, choose] = useState<MonthKey>();
  const month = chosen ?? firstOf(months.data, me);
  const branch = months.data?.items.find(({ branchId }) => branchId === month?.branchId)?.branchName ?? '';
  const actions = (
    <>
      {months.data ? <MonthChooser page={months.data} month={month} onChoose={choose} /> : null}
      {month ? tools?.(month) : null}
    </>
  );
  return (
    <Page title={title} subtitle={subtitle} actions={actions}>
      <Shown query={months}>{() => (month ? children(month, branch) : <Empty description={words.shell.noMonth} />)}</Shown>
    </Page>
  );
}

const firstOf = (page: BranchMonthPage | undefined, me: ConsoleMe): MonthKey | undefined =>
  page === undefined ? undefined : (currentMonth(page.items, workingBranch(me)) ?? keyOf(page.items[0]));

type MonthChooserProps = { page: BranchMonthPage; month: MonthKey | undefined; onChoose: (month: MonthKey) => void };

function MonthChooser({ page, month, onChoose }: MonthChooserProps) {
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
