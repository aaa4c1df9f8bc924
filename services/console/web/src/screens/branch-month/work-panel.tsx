import type { BranchMonthScreen } from '@jifen/contracts';
import { Fragment } from 'react';
import { commonRound } from '../../parts/decided-with.ts';
import { MeetingPanel } from './meeting-panel.tsx';
import { OwnLinePanel } from './own-line-panel.tsx';
import { FilingPanel, PostingPanel, ReceiptPanel } from './publication-panels.tsx';
import { RegistrationPanel } from './registration-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';

/** A meeting for several months waits until each of them has come to it. */
const isReadyToMeet = (month: BranchMonthScreen) => commonRound(month)?.months.every(({ stage }) => stage === month.stage) ?? true;

/** What the person who looks may do now, as scoring says. Another round, roster or meeting begins with empty forms. */
export function WorkPanel({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
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
