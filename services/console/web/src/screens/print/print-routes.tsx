import type { ApplicationForm, BranchMonthScreen, TelephoneList } from '@jifen/contracts';
import { noticeTitle, words } from '@jifen/wording';
import { Route, Routes, useParams } from 'react-router';
import { useApplications, useBranchMonth, useTelephoneList } from '../../api/queries.ts';
import { Shown } from '../../parts/page.tsx';
import { inOrder } from '../branch-month/lines.ts';
import { ApplicationPage } from './application-page.tsx';
import { registrationCells } from './cells.ts';
import { FormTable, MonthHead, OfMonth, Paper, PaperRoom, Signatures } from './paper.tsx';
import { AttendancePaper, MeetingPapers, MinutesPaper } from './print-meeting.tsx';
import { PrintObjection } from './print-objection.tsx';
import { PrintPublicity } from './print-publicity.tsx';
import { ReviewPaper } from './print-review.tsx';
import { PrintSheet } from './print-sheet.tsx';

/** The forms on A4, by the names and columns people use on paper. */
export function PrintRoutes() {
  return (
    <Routes>
      <Route path="publicity/:branchId/:period/:round" element={<PrintPublicity />} />
      <Route path="objection/:branchId/:period/:objectionId" element={<PrintObjection />} />
      <Route path="registration/:branchId/:period" element={<OfMonth paper={RegistrationPaper} />} />
      <Route path="attendance/:branchId/:period" element={<OfMonth paper={AttendancePaper} />} />
      <Route path="applications/:branchId/:period" element={<PrintApplications />} />
      <Route path="applications/:branchId/:period/:memberId" element={<PrintApplications />} />
      <Route path="review/:branchId/:period" element={<OfMonth paper={ReviewPaper} />} />
      <Route path="meeting-papers/:branchId/:period" element={<OfMonth paper={MeetingPapers} />} />
      <Route path="meeting/:branchId/:period" element={<OfMonth paper={MinutesPaper} />} />
      <Route path="sheet/:memberId/:year" element={<PrintSheet />} />
      <Route path="telephone/:branchId/:period" element={<PrintTelephone />} />
    </Routes>
  );
}

/** 积分考核登记表, landscape; filled in as far as the record is, the rest blank for the pen. */
function RegistrationPaper(month: BranchMonthScreen) {
  const form = words.print.registration;
  const title = form.title(month.branchName, month.period);
  return (
    <Paper title={title} head={<MonthHead month={month} />} landscape>
      <FormTable
        label={title}
        widths={[12, 20, 24, 20, 0, 50, 17, 17, 17, 36, 18]}
        columns={form.columns}
        rows={inOrder(month.rows, 'roster').map((row) => registrationCells(row, month.items.deductions))}
      />
    </Paper>
  );
}

/** 电话通知单 on paper, with room for what was said. */
function PrintTelephone() {
  const { branchId = '', period = '' } = useParams();
  const month = useBranchMonth({ branchId, period });
  return <Shown query={useTelephoneList({ branchId, period })}>{(known) => <TelephonePaper list={known} month={month.data} />}</Shown>;
}

function TelephonePaper({ list, month }: { list: TelephoneList; month: BranchMonthScreen | undefined }) {
  const branch = month?.branchName ?? '';
  const form = words.print.telephone;
  const title = form.title(branch, list.period);
  const { columns } = words.telephone;
  const rows = list.rows
    .filter(({ due }) => due)
    .map(({ name, telephone, template, facts }, index) => [
      index + 1,
      name,
      telephone ?? words.telephone.noNumber,
      noticeTitle(template, { ...facts, period: list.period }, branch),
      words.print.blank,
    ]);
  return (
    <Paper title={title} head={month ? <MonthHead month={month} /> : null}>
      <FormTable label={title} columns={[columns.number, columns.name, columns.telephone, columns.subject, columns.told]} rows={rows} />
      <Signatures names={[form.caller, words.print.date]} />
    </Paper>
  );
}

/** 积分申请表 of a whole branch in one go, a page for each member in the order of the roster; or of one member alone. */
function PrintApplications() {
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
