import type { BranchMonthSummary, BranchMonthScreen as Month } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Card, Select, type SelectProps } from 'antd';
import { Fragment } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useBranchMonth, useMonths } from '../../api/queries.ts';
import { holdsBranchPost, isSuperior, useSignedIn } from '../../parts/me.ts';
import { commonRound } from '../../parts/months.ts';
import { Page, Shown } from '../../parts/page.tsx';
import { ActNotices, ActsList } from './acts-list.tsx';
import { Counters } from './counters.tsx';
import { ExtendButton } from './extension.tsx';
import { Grid } from './grid.tsx';
import { HeldMeetings } from './held-meetings.tsx';
import { JointPanel } from './joint-panel.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { BroughtIn, Now, OpenBefore, Steps } from './now.tsx';
import { Objections } from './objections.tsx';
import { FilingPanel, PostingPanel, ReceiptPanel } from './publication-panels.tsx';
import { Publications } from './publications.tsx';
import { RegistrationPanel } from './registration-panel.tsx';
import { OwnLinePanel, ReviewPanel } from './review-panel.tsx';
import { StepTools } from './step-tools.tsx';

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
      <OpenBefore month={month} />
      <JointPanel month={month} />
      <ActNotices month={month} />
      <WorkPanel month={month} ownMemberId={me.memberId} />
      <Grid month={month} ownMemberId={me.memberId} />
      <HeldMeetings month={month} />
      <Objections month={month} ownMemberId={me.memberId} />
      <Publications month={month} />
      {staff ? <ActsList month={month} /> : null}
    </div>
  );
}

const mostMonths = 100;

/** The months of this branch, those from paper too, the newest first; after them what else the person may see. */
function MonthSwitch({ month: { branchId, organisation, period } }: { month: Month }) {
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

/** A meeting for several months waits until each of them has come to it. */
const isReadyToMeet = (month: Month) => commonRound(month)?.months.every(({ stage }) => stage === month.stage) ?? true;

/** What the person who looks may do now, as scoring says. Another round, roster or meeting begins with empty forms. */
function WorkPanel({ month, ownMemberId }: { month: Month; ownMemberId: string | undefined }) {
  const may = new Set(month.allowed);
  return (
    <Fragment key={`${month.round}/${month.rosterHash}/${month.meeting.attempt}`}>
      {may.has('register') ? <RegistrationPanel month={month} /> : null}
      {may.has('review') ? <ReviewPanel month={month} ownMemberId={ownMemberId} /> : null}
      {may.has('review-own-line') && !may.has('review') ? <OwnLinePanel month={month} ownMemberId={ownMemberId} /> : null}
      {may.has('record-meeting') && isReadyToMeet(month) ? <MeetingPanel month={month} /> : null}
      {may.has('post') ? <PostingPanel month={month} /> : null}
      {may.has('file') ? <FilingPanel month={month} /> : null}
      <ReceiptPanel month={month} />
    </Fragment>
  );
}
