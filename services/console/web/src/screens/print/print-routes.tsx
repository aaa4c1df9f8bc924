import { Route, Routes } from 'react-router';
import { PrintApplications } from './print-applications.tsx';
import { PrintAttendance } from './print-attendance.tsx';
import { PrintMeeting, PrintMeetingPapers } from './print-meeting.tsx';
import { PrintPublicity } from './print-publicity.tsx';
import { PrintRegistration } from './print-registration.tsx';
import { PrintReview } from './print-review.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { PrintTelephone } from './print-telephone.tsx';

/** The forms on A4, by the names and columns people use on paper. */
export function PrintRoutes() {
  return (
    <Routes>
      <Route path="publicity/:branchId/:period/:round" element={<PrintPublicity />} />
      <Route path="registration/:branchId/:period" element={<PrintRegistration />} />
      <Route path="attendance/:branchId/:period" element={<PrintAttendance />} />
      <Route path="applications/:branchId/:period" element={<PrintApplications />} />
      <Route path="applications/:branchId/:period/:memberId" element={<PrintApplications />} />
      <Route path="review/:branchId/:period" element={<PrintReview />} />
      <Route path="meeting-papers/:branchId/:period" element={<PrintMeetingPapers />} />
      <Route path="meeting/:branchId/:period" element={<PrintMeeting />} />
      <Route path="sheet/:memberId/:year" element={<PrintSheet />} />
      <Route path="telephone/:branchId/:period" element={<PrintTelephone />} />
    </Routes>
  );
}
