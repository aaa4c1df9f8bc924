import { words } from '@jifen/wording';
import { Result, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { Refused } from '../api/client.ts';
import { useMe } from '../api/queries.ts';
import { MeContext, useSignedIn } from '../parts/me.ts';
import { menuOf } from '../parts/menu.tsx';
import { Shown } from '../parts/page.tsx';
import { hasOffice } from '../parts/posts.ts';
import { Shell } from '../parts/shell.tsx';
import { ApplicationScreen } from './application/application-screen.tsx';
import { OwnApplication } from './application/own-application.tsx';
import { OwnBranchMonth } from './branch-month/own-branch-month.tsx';
import { OwnSheet, SheetScreen } from './sheet/sheet-screen.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { TodosScreen } from './todos/todos-screen.tsx';

const BranchMonthScreen = lazy(() =>
  import('./branch-month/branch-month-screen.tsx').then((module) => ({ default: module.BranchMonthScreen })),
);
const CalendarScreen = lazy(() => import('./calendar/calendar-screen.tsx').then((module) => ({ default: module.CalendarScreen })));
const DeliveriesScreen = lazy(() => import('./notices/deliveries-screen.tsx').then((module) => ({ default: module.DeliveriesScreen })));
const TelephoneScreen = lazy(() => import('./notices/telephone-screen.tsx').then((module) => ({ default: module.TelephoneScreen })));
const OperationsScreen = lazy(() => import('./operations/operations-screen.tsx').then((module) => ({ default: module.OperationsScreen })));
const PrintRoutes = lazy(() => import('./print/print-routes.tsx').then((module) => ({ default: module.PrintRoutes })));
const SchemesScreen = lazy(() => import('./schemes/schemes-screen.tsx').then((module) => ({ default: module.SchemesScreen })));
const SchemeVersionScreen = lazy(() =>
  import('./schemes/scheme-version-screen.tsx').then((module) => ({ default: module.SchemeVersionScreen })),
);
const PeopleScreen = lazy(() => import('./people/people-screen.tsx').then((module) => ({ default: module.PeopleScreen })));
const ProgressScreen = lazy(() => import('./progress/progress-screen.tsx').then((module) => ({ default: module.ProgressScreen })));

export function Screens() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInScreen />} />
      <Route element={<SignedIn />}>
        <Route path="/print/*" element={<PrintRoutes />} />
        <Route element={<Shell />}>
          <Route index element={<Home />} />
          <Route path="/application" element={<OwnApplication />} />
          <Route path="/branches/:branchId/:period/application/:memberId" element={<ApplicationScreen />} />
          <Route path="/branch" element={<OwnBranchMonth />} />
          <Route path="/branches/:branchId/people" element={<PeopleScreen />} />
          <Route path="/branches/:branchId/:period" element={<BranchMonthScreen />} />
          <Route path="/sheet" element={<OwnSheet />} />
          <Route path="/sheets/:memberId" element={<SheetScreen />} />
          <Route path="/progress" element={<ProgressScreen />} />
          <Route path="/calendar" element={<CalendarScreen />} />
          <Route path="/schemes" element={<SchemesScreen />} />
          <Route path="/schemes/:versionId" element={<SchemeVersionScreen />} />
          <Route path="/operations" element={<OperationsScreen />} />
          <Route path="/deliveries" element={<DeliveriesScreen />} />
          <Route path="/telephone" element={<TelephoneScreen />} />
          <Route path="*" element={<Result title={words.shell.notFoundTitle} subTitle={words.shell.notFoundHint} />} />
        </Route>
      </Route>
    </Routes>
  );
}

/** Who has no office in the county has nothing to do there: their first page is the first of their menu. */
function Home() {
  const me = useSignedIn();
  const [first] = menuOf(me);
  return hasOffice(me) || !first ? <TodosScreen /> : <Navigate to={first.to} replace />;
}

function SignedIn() {
  const me = useMe();
  if (me.error instanceof Refused && me.error.code === 'not-signed-in') return <Navigate to="/sign-in" replace />;
  return (
    <Shown query={me}>
      {(known) => (
        <MeContext value={known}>
          <Suspense fallback={<Skeleton active title={false} />}>
            <Outlet />
          </Suspense>
        </MeContext>
      )}
    </Shown>
  );
}
