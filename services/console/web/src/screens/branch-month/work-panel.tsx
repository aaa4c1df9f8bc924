import type { BranchMonthScreen } from '@jifen/contracts';
import { MeetingPanel } from './meeting-panel.tsx';
import { OwnLinePanel } from './own-line-panel.tsx';
import { FilingPanel, PostingPanel, ReceiptPanel } from './publication-panels.tsx';
import { RegistrationPanel } from './registration-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';

/** What the person who looks may do now, as scoring says; everything else stays out of sight. */
export function WorkPanel({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const may = new Set(month.allowed);
  const key = `${month.period}/${month.round}/${month.rosterHash}`;
  return (
    <>
      {may.has('register') ? <RegistrationPanel key={key} month={month} /> : null}
      {may.has('review') ? <ReviewPanel key={key} month={month} ownMemberId={ownMemberId} /> : null}
      {may.has('review-own-line') ? <OwnLinePanel key={key} month={month} ownMemberId={ownMemberId} /> : null}
      {may.has('record-meeting') ? <MeetingPanel key={`${key}/${month.meeting.attempt}`} month={month} /> : null}
      {may.has('post') ? <PostingPanel key={key} month={month} /> : null}
      {may.has('file') ? <FilingPanel key={key} month={month} /> : null}
      {may.has('receive') || may.has('return') ? <ReceiptPanel key={key} month={month} /> : null}
    </>
  );
}
