import { branchMonthStage } from '@jifen/contracts';
import { describeCountyTodo, formatPeriod, stageNames, words } from '@jifen/wording';
import { Alert, Button, Card, Checkbox, Select, type SelectProps } from 'antd';
import { useState } from 'react';
import { type BranchMonthPage, type MonthsFilter, useCommittees, useMonths, useToday, useTodos } from '../../api/queries.ts';
import { DialogButton, LinkButton } from '../../parts/buttons.tsx';
import { holdsCountyPost, useSignedIn } from '../../parts/me.ts';
import { monthAfter } from '../../parts/months.ts';
import { Page, Shown } from '../../parts/page.tsx';
import { ExtendAllDialog } from './extend-all-dialog.tsx';
import { ProgressTable } from './progress-table.tsx';

type Filter = Pick<MonthsFilter, 'organisation' | 'period' | 'stage' | 'overdue'> & { page: number };

const everything: Filter = { page: 1 };
const pageSize = 20;
const lookAgainMs = 15_000;

/** 各支部进度: which step every branch stands at, overdue first; months from paper only where their month is asked for. Nobody is ranked. */
export function ProgressScreen() {
  const [filter, setFilter] = useState<Filter>(everything);
  const { page: _page, overdue: _overdue, ...about } = filter;
  const origin = filter.period === undefined ? 'process' : undefined;
  const months = useMonths({ ...filter, origin, order: 'due-first', pageSize }, lookAgainMs);
  const overdue = useMonths({ ...about, overdue: 'only', pageSize: 1 }, lookAgainMs);
  const turn = (page: number) => setFilter({ ...filter, page });
  return (
    <Page title={words.progress.title} subtitle={words.progress.subtitle} actions={<ForCounty period={filter.period} />}>
      <CalendarWarnings />
      <Filters filter={filter} onChange={(changed) => setFilter({ ...changed, page: 1 })} />
      <Shown query={months}>{(page) => <Progress page={page} overdue={overdue.data?.total} onTurn={turn} />}</Shown>
    </Page>
  );
}

function ForCounty({ period }: { period: string | undefined }) {
  const me = useSignedIn();
  const today = useToday();
  if (!holdsCountyPost(me) || !today.data) return null;
  const asked = { periods: lastPeriods(today.data.today, 12), period, today: today.data.today };
  return <DialogButton dialog={(close) => <ExtendAllDialog {...asked} onClose={close} />}>{words.extension.all.button}</DialogButton>;
}

/** What is missing of the calendar holds up months of every branch. */
function CalendarWarnings() {
  const county = useTodos().data?.county ?? [];
  return county.map(({ key, kind, year }) => {
    const { title, hint, action } = describeCountyTodo({ kind, year });
    const go = <LinkButton to={`/calendar?year=${year}`}>{action}</LinkButton>;
    return <Alert key={key} type="warning" showIcon title={title} description={hint} action={go} />;
  });
}

function Progress({ page, overdue, onTurn }: { page: BranchMonthPage; overdue: number | undefined; onTurn: (page: number) => void }) {
  return (
    <Card>
      <div className="stack-small">
        <output className="muted">{overdue === undefined ? '' : words.progress.summary(page.total, overdue)}</output>
        <ProgressTable page={page} onTurn={onTurn} />
      </div>
    </Card>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const me = useSignedIn();
  const today = useToday();
  const periods = today.data ? lastPeriods(today.data.today, 12) : [];
  return (
    <Card size="small">
      <div className="row">
        {holdsCountyPost(me) ? (
          <CommitteeFilter chosen={filter.organisation} onChoose={(organisation) => onChange({ ...filter, organisation })} />
        ) : null}
        <Choice
          label={words.progress.period}
          width={150}
          value={filter.period}
          onChange={(period) => onChange({ ...filter, period })}
          options={periods.map((period) => ({ value: period, label: formatPeriod(period) }))}
        />
        <Choice
          label={words.progress.step}
          width={160}
          value={filter.stage}
          onChange={(stage) => onChange({ ...filter, stage })}
          options={branchMonthStage.options.map((value) => ({ value, label: stageNames[value] }))}
        />
        <Checkbox
          checked={filter.overdue === 'only'}
          onChange={(event) => onChange({ ...filter, overdue: event.target.checked ? 'only' : undefined })}
        >
          {words.progress.onlyOverdue}
        </Checkbox>
        <Button onClick={() => onChange(everything)}>{words.progress.reset}</Button>
      </div>
    </Card>
  );
}

type ChoiceProps<T extends string> = Pick<SelectProps<T | undefined>, 'value' | 'options' | 'showSearch'> & {
  label: string;
  width: number;
  onChange: (value: T | undefined) => void;
};

const Choice = <T extends string>({ label, width, ...select }: ChoiceProps<T>) => (
  <Select<T | undefined> aria-label={label} placeholder={label} allowClear style={{ width }} {...select} />
);

type CommitteeFilterProps = { chosen: string | undefined; onChoose: (path: string | undefined) => void };

function CommitteeFilter({ chosen, onChoose }: CommitteeFilterProps) {
  const options = useCommittees().data?.committees.map(({ path, name }) => ({ value: path, label: name }));
  const search = { optionFilterProp: 'label' };
  return (
    <Choice label={words.progress.committee} width={200} showSearch={search} value={chosen} onChange={onChoose} options={options ?? []} />
  );
}

/** The month of a day and those before it, the newest first. */
const lastPeriods = (day: string, count: number) => Array.from({ length: count }, (_, back) => monthAfter(day, -back));
