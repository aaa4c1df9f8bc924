import { Route, Routes } from 'react-router';
import { PrintMeeting } from './print-meeting.tsx';
import { PrintPublicity } from './print-publicity.tsx';
import { PrintRegistration } from './print-registration.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { PrintTelephone } from './print-telephone.tsx';

/** The forms on A4, by the names and columns people use on paper. */
export function PrintRoutes() {
  return (
    <Routes>
      <Route path="publicity/:branchId/:period/:round" element={<PrintPublicity />} />
      <Route path="registration/:branchId/:period" element={<PrintRegistration />} />
      <Route path="meeting/:branchId/:period" element={<PrintMeeting />} />
      <Route path="sheet/:memberId/:year" element={<PrintSheet />} />
      <Route path="telephone/:branchId/:period" element={<PrintTelephone />} />
    </Routes>
  );
}
