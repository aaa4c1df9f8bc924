import type { BranchMonthSummary, ConsoleMe } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Empty, Result, Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { Refused } from '../api/client.ts';
import { useMe, useMonths } from '../api/queries.ts';
import { hasOffice, MeContext, ownBranch, useSignedIn, workingBranch } from '../parts/me.ts';
import { menuOf } from '../parts/menu.tsx';
import { applicationMonth, currentMonth } from '../parts/months.ts';
import { Shown } from '../parts/page.tsx';
import { Shell } from '../parts/shell.tsx';
import { ApplicationScreen } from './application/application-screen.tsx';
import { OwnSheet, SheetScreen } from './sheet/sheet-screen.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { TodosScreen } from './todos/todos-screen.tsx';

const BranchMonthScreen = lazy(async () => ({ default: (await import('./branch-month/branch-month-screen.tsx')).BranchMonthScreen }));
const CalendarScreen = lazy(async () => ({ default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen }));
const DeliveriesScreen = lazy(async () => ({ default: (await import('./notices/deliveries-screen.tsx')).DeliveriesScreen }));
const TelephoneScreen = lazy(async () => ({ default: (await import('./notices/telephone-screen.tsx')).TelephoneScreen }));
const OperationsScreen = lazy(async () => ({ default: (await import('./operations/operations-screen.tsx')).OperationsScreen }));
const PrintRoutes = lazy(async () => ({ default: (await import('./print/print-routes.tsx')).PrintRoutes }));
const SchemesScreen = lazy(async () => ({ default: (await import('./schemes/schemes-screen.tsx')).SchemesScreen }));
const SchemeVersionScreen = lazy(async () => ({ default: (await import('./schemes/scheme-version-screen.tsx')).SchemeVersionScreen }));
const PeopleScreen = lazy(async () => ({ default: (await import('./people/people-screen.tsx')).PeopleScreen }));
const ProgressScreen = lazy(async () => ({ default: (await import('./progress/progress-screen.tsx')).ProgressScreen }));

const noMonthHint = <span className="muted">{words.shell.noMonthHint}</span>;

export function Screens() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInScreen />} />
      <Route element={<SignedIn />}>
        <Route path="/print/*" element={<PrintRoutes />} />
        <Route element={<Shell />}>
          <Route index element={<Home />} />
          <Route path="/application" element={<ToOwnMonth wayIn={wayToApplication} />} />
          <Route path="/branches/:branchId/:period/application/:memberId" element={<ApplicationScreen />} />
          <Route path="/branch" element={<ToOwnMonth wayIn={wayToBranchMonth} hint={noMonthHint} />} />
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

type ToOwnMonthProps = { wayIn: (months: readonly BranchMonthSummary[], me: ConsoleMe) => string | undefined; hint?: ReactNode };

/** The menu's way to a month of one's own branch. */
function ToOwnMonth({ wayIn, hint }: ToOwnMonthProps) {
  const me = useSignedIn();
  const months = useMonths();
  return (
    <Shown query={months}>
      {({ items }) => {
        const to = wayIn(items, me);
        return to === undefined ? <Empty description={words.shell.noMonth}>{hint}</Empty> : <Navigate to={to} replace />;
      }}
    </Shown>
  );
}

/** The form of the month that takes applications now. */
function wayToApplication(months: readonly BranchMonthSummary[], me: ConsoleMe): string | undefined {
  const month = applicationMonth(months, ownBranch(me));
  return month && me.memberId && `/branches/${month.branchId}/${month.period}/application/${me.memberId}`;
}

/** The month that the branch works on. */
function wayToBranchMonth(months: readonly BranchMonthSummary[], me: ConsoleMe): string | undefined {
  const month = currentMonth(months, workingBranch(me));
  return month && `/branches/${month.branchId}/${month.period}`;
}
