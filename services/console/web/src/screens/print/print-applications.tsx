import type { ApplicationForm, BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useApplications } from '../../api/queries.ts';
import { Shown } from '../../parts/page.tsx';
import { inOrder } from '../branch-month/lines.ts';
import { ApplicationPage } from './application-page.tsx';
import { OfMonth, PaperRoom } from './paper.tsx';

/** 积分申请表 of a whole branch in one go, a page for each member in the order of the roster; or of one member alone. */
export function PrintApplications() {
  const { memberId } = useParams();
  const memberIdsOf = ({ rows }: BranchMonthScreen) => inOrder(rows, 'roster').map((row) => row.memberId);
  return <OfMonth paper={(month) => <Applications month={month} memberIds={memberId === undefined ? memberIdsOf(month) : [memberId]} />} />;
}

function Applications({ month, memberIds }: { month: BranchMonthScreen; memberIds: readonly string[] }) {
  const { branchId, branchName, period } = month;
  const query = useApplications({ branchId, period }, memberIds);
  return (
    <Shown<ApplicationForm[]> query={query}>
      {(applications) => (
        <PaperRoom title={words.print.application.title(branchName, period)}>
          {applications.map((application) => (
            <ApplicationPage key={application.memberId} application={application} month={month} />
          ))}
        </PaperRoom>
      )}
    </Shown>
  );
}
