import type { BranchMonthScreen as Month } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Card, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { type MonthKey, useBranchMonth, useMonths } from '../../api/queries.ts';
import { useSignedIn } from '../../parts/me.ts';
import { Page } from '../../parts/page.tsx';
import { holdsBranchPost, isSuperior } from '../../parts/posts.ts';
import { Shown } from '../../parts/shown.tsx';
import { ActNotices, ActsList } from './acts-list.tsx';
import { Counters } from './counters.tsx';
import { ExtendButton } from './extend-button.tsx';
import { Grid } from './grid.tsx';
import { Now } from './now.tsx';
import { Objections } from './objections.tsx';
import { Publications } from './publications.tsx';
import { StepTools } from './step-tools.tsx';
import { Steps } from './steps.tsx';
import { WorkPanel } from './work-panel.tsx';

/** 支部本月: where the month stands, who acts, and the work of that step, on one page. */
export function BranchMonthScreen() {
  const { branchId = '', period = '' } = useParams();
  const query = useBranchMonth({ branchId, period });
  const title = query.data ? words.branchMonth.title(query.data.branchName, period) : words.branchMonth.pageTitle;
  return (
    <Page title={title} subtitle={query.data?.committeeName} actions={<Chooser branchId={branchId} period={period} />}>
      <Shown query={query}>{(month) => <BranchMonth month={month} />}</Shown>
    </Page>
  );
}

function BranchMonth({ month }: { month: Month }) {
  const me = useSignedIn();
  const staff = holdsBranchPost(me) || isSuperior(me);
  return (
    <div className="stack">
      <Card>
        <div className="stack">
          <Steps month={month} />
          <div className="between">
            <Now month={month} />
            <div className="row">
              <ExtendButton month={month} />
              {staff ? <StepTools month={month} /> : null}
            </div>
          </div>
          <Counters month={month} withTelephones={holdsBranchPost(me)} />
        </div>
      </Card>
      <ActNotices month={month} />
      <WorkPanel month={month} ownMemberId={me.memberId} />
      <Grid month={month} ownMemberId={me.memberId} />
      <Objections month={month} ownMemberId={me.memberId} />
      <Publications month={month} />
      {staff ? <ActsList month={month} /> : null}
    </div>
  );
}

function Chooser({ branchId, period }: MonthKey) {
  const navigate = useNavigate();
  const months = useMonths();
  const items = months.data?.items ?? [];
  const listed = items.some((one) => one.branchId === branchId && one.period === period);
  if (items.length < 2 || !listed) return null;
  return (
    <Select
      aria-label={words.branchMonth.choose}
      style={{ minWidth: 220 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={`${branchId}/${period}`}
      onChange={(chosen) => void navigate(`/branches/${chosen}`)}
      options={items.map((one) => ({ value: `${one.branchId}/${one.period}`, label: `${one.branchName} ${formatPeriod(one.period)}` }))}
    />
  );
}
