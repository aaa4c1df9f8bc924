import type { BranchMonthSummary } from '@jifen/contracts';
import { formatPeriod, stageNames, words } from '@jifen/wording';
import { Button, Card, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { type BranchMonthPage, useMonths } from '../../api/queries.ts';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { ProgressTable } from './progress-table.tsx';

type Filter = { period: string | undefined; stage: string | undefined; overdueOnly: boolean };

const everything: Filter = { period: undefined, stage: undefined, overdueOnly: false };
const overdueFirst = (a: BranchMonthSummary, b: BranchMonthSummary) =>
  Number(b.overdue) - Number(a.overdue) ||
  Number(a.stage === 'closed') - Number(b.stage === 'closed') ||
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);

/** 各支部进度: which step every branch stands at, overdue first. Nothing is compared, nobody is ranked. */
export function ProgressScreen() {
  const [filter, setFilter] = useState<Filter>(everything);
  const months = useMonths({ period: filter.period, stage: filter.stage, pageSize: 100 });
  return (
    <Page title={words.progress.title} subtitle={words.progress.subtitle}>
      <Filters filter={filter} onChange={setFilter} />
      <Shown query={months}>{(page) => <Progress page={page} overdueOnly={filter.overdueOnly} />}</Shown>
    </Page>
  );
}

function Progress({ page, overdueOnly }: { page: BranchMonthPage; overdueOnly: boolean }) {
  const overdue = page.items.filter((month) => month.overdue);
  const shown = (overdueOnly ? overdue : page.items).toSorted(overdueFirst);
  return (
    <Card>
      <div className="stack-small">
        <span className="muted">{words.progress.summary(page.total, overdue.length)}</span>
        <ProgressTable months={shown} />
      </div>
    </Card>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const known = useMonths();
  const periods = [...new Set((known.data?.items ?? []).map(({ period }) => period))].toSorted().toReversed();
  return (
    <Card size="small">
      <div className="row">
        <Select
          aria-label={words.progress.period}
          placeholder={words.progress.period}
          allowClear
          style={{ width: 150 }}
          value={filter.period}
          onChange={(period) => onChange({ ...filter, period })}
          options={periods.map((period) => ({ value: period, label: formatPeriod(period) }))}
        />
        <Select
          aria-label={words.progress.step}
          placeholder={words.progress.step}
          allowClear
          style={{ width: 160 }}
          value={filter.stage}
          onChange={(stage) => onChange({ ...filter, stage })}
          options={Object.entries(stageNames).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox checked={filter.overdueOnly} onChange={(event) => onChange({ ...filter, overdueOnly: event.target.checked })}>
          {words.progress.onlyOverdue}
        </Checkbox>
        <Button onClick={() => onChange(everything)}>{words.progress.reset}</Button>
      </div>
    </Card>
  );
}
