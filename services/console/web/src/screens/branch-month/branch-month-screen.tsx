import type { BranchMonthScreen as Month } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Card } from 'antd';
import { useParams } from 'react-router';
import { useBranchMonth } from '../../api/queries.ts';
import { useSignedIn } from '../../parts/me.ts';
import { Page, Shown } from '../../parts/page.tsx';
import { holdsBranchPost, isSuperior } from '../../parts/posts.ts';
import { ActNotices, ActsList } from './acts-list.tsx';
import { BroughtIn } from './brought-in.tsx';
import { Counters } from './counters.tsx';
import { ExtendButton } from './extend-button.tsx';
import { Grid } from './grid.tsx';
import { JointPanel } from './joint-panel.tsx';
import { MonthSwitch } from './month-switch.tsx';
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
    <Page title={title} subtitle={query.data?.committeeName} actions={query.data ? <MonthSwitch month={query.data} /> : null}>
      <Shown query={query}>{(month) => <BranchMonth month={month} />}</Shown>
    </Page>
  );
}

function BranchMonth({ month }: { month: Month }) {
  const me = useSignedIn();
  const staff = holdsBranchPost(me) || isSuperior(me);
  return (
    <div className="stack">
      <BroughtIn month={month} />
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
          <Counters month={month} withTelephones={holdsBranchPost(me) && !month.broughtIn} />
        </div>
      </Card>
      <JointPanel month={month} />
      <ActNotices month={month} />
      <WorkPanel month={month} ownMemberId={me.memberId} />
      <Grid month={month} ownMemberId={me.memberId} />
      <Objections month={month} ownMemberId={me.memberId} />
      <Publications month={month} />
      {staff ? <ActsList month={month} /> : null}
    </div>
  );
}
