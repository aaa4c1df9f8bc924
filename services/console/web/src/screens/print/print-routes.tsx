import { Route, Routes } from 'react-router';
import { OfMonth } from './paper.tsx';
import { PrintApplications } from './print-applications.tsx';
import { AttendancePaper } from './print-attendance.tsx';
import { MeetingPapers, MinutesPaper } from './print-meeting.tsx';
import { PrintPublicity } from './print-publicity.tsx';
import { RegistrationPaper } from './print-registration.tsx';
import { ReviewPaper } from './print-review.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { PrintTelephone } from './print-telephone.tsx';

/** The forms on A4, by the names and columns people use on paper. */
export function PrintRoutes() {
  return (
    <Routes>
      <Route path="publicity/:branchId/:period/:round" element={<PrintPublicity />} />
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
