import type { BranchCard, Clock, MemberCard, NoticeRequest, YearPlan } from '@jifen/contracts';
import type { ActStore } from './acts/act.store.ts';
import type { BranchMonthStore } from './branch-months/branch-month.store.ts';
import type { CardStore } from './cards/card.store.ts';
import type { CountyMonthStore } from './county-months/county-month.store.ts';
import type { Deadlines } from './deadlines/deadlines.ts';
import type { LedgerStore } from './ledger/ledger.store.ts';
import type { KeptYearPlan, YearPlanStore } from './plans/year-plan.store.ts';
import type { Processes } from './processes/processes.ts';
import type { SchemeLibrary } from './scheme-library/scheme-library.ts';
import type { Schemes } from './scheme-library/schemes.ts';
import type { SchemeVersionStore } from './schemes/scheme-version.store.ts';
import type { SheetStore } from './sheets/sheet.store.ts';

/** What the record of a month is frozen from. */
export type Cards = {
  branch(branchId: string): Promise<BranchCard | undefined>;
  /** Members of a branch in roster order. */
  membersOf(branchId: string): Promise<MemberCard[]>;
};
export type YearPlans = { find(branchId: string, year: number): Promise<(YearPlan & Pick<KeptYearPlan, 'scheme'>) | undefined> };

/** The county's business time as member keeps it: the newest reading this process has, and a newer one. */
export type CountyClock = { reading(): Clock; refresh(): Promise<void> };

/** Rejects while notification cannot be reached. */
export type Notices = { send(notice: NoticeRequest): Promise<void> };

/** The ports of the decisions' side. */
export type CoreDeps = {
  months: BranchMonthStore;
  countyMonths: CountyMonthStore;
  acts: ActStore;
  processes: Processes;
  deadlines: Deadlines;
  cards: Cards;
  plans: YearPlans;
  schemes: Schemes;
  clock: CountyClock;
  notices: Notices;
  /** The county whose months open when played time reaches their first day; absent, they are opened by hand. */
  opensMonthsOf?: string | undefined;
  /** Real time in milliseconds; business time comes with each request. */
  realNow: () => number;
  /** Business time, for what no request carries. */
  now: () => number;
  /** Lets the relays look at once. */
  nudge: () => void;
};

/** Every port of scoring. Each subject adds what it needs. */
export type ScoringDeps = CoreDeps & {
  cards: CardStore;
  plans: YearPlanStore;
  ledger: LedgerStore;
  sheets: SheetStore;
  versions: SchemeVersionStore;
  library: SchemeLibrary;
};
