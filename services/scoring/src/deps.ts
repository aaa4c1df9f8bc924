import type { ActStore } from './acts/act.store.ts';
import type { BranchMonthStore } from './branch-months/branch-month.store.ts';
import type { CardStore } from './cards/card.store.ts';
import type { CountyMonthStore } from './county-months/county-month.store.ts';
import type { Deadlines } from './deadlines/deadlines.ts';
import type { LedgerStore } from './ledger/ledger.store.ts';
import type { Notices } from './notices/notices.http.ts';
import type { Wake } from './outbox/events.ts';
import type { YearPlanStore, YearPlans } from './plans/year-plan.store.ts';
import type { Processes } from './processes/processes.ts';
import type { Subjects } from './recording/subject-row.ts';
import type { SchemeLibrary, Schemes } from './scheme-library/scheme-library.ts';
import type { SchemeVersionStore } from './schemes/scheme-version.store.ts';
import type { SheetStore } from './sheets/sheet.store.ts';
import type { CountyClock } from './timing/timing.routes.ts';

/** The ports of the decisions' side. */
export type CoreDeps = {
  subjects: Subjects;
  months: BranchMonthStore;
  countyMonths: CountyMonthStore;
  acts: ActStore;
  processes: Processes;
  deadlines: Deadlines;
  cards: Pick<CardStore, 'branch' | 'membersOf'>;
  sheets: Pick<SheetStore, 'totalsOfYear'>;
  plans: YearPlans;
  schemes: Schemes;
  clock: CountyClock;
  notices: Notices;
  opensMonthsOf?: string | undefined;
  /** Real time in milliseconds; business time comes with each request. */
  realNow: () => number;
  /** Business time, for what no request carries. */
  now: () => number;
  wake: Wake;
};

/** Every port of scoring. */
export type ScoringDeps = CoreDeps & {
  cards: CardStore;
  plans: YearPlanStore;
  ledger: LedgerStore;
  sheets: SheetStore;
  versions: SchemeVersionStore;
  library: SchemeLibrary;
};
