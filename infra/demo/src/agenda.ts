import type { YearPlan } from '@jifen/contracts';
import { addDays, type LocalDate, startOfDay, type WorkCalendar } from '@jifen/domain';
import { apply } from './apply.ts';
import { file, holdMeeting, post, receive, register, review, reviewOwnLine } from './branch-steps.ts';
import { appliesAtAll } from './claims.ts';
import type { DemoBranch, StandsBefore } from './demo-county.ts';
import { bringInPaper, paperOf } from './earlier-months.ts';
import { daysOf } from './month-days.ts';
import { openMonth } from './open-month.ts';
import { type Person, personIdOf, postHolders } from './people.ts';
import { pledgeIdsDue, yearPlans } from './plans.ts';
import { inParallel, type World } from './world.ts';

export type AgendaItem = { at: number; what: string; run(world: World): Promise<void> };

/** A month of one branch runs up to the step that waits for somebody, or to its end. */
type Run = { branch: DemoBranch; period: string; stopsBefore?: StandsBefore };

export const begins = Date.parse('2026-08-25T09:00:00+08:00');
export const stands = Date.parse('2026-10-16T10:00:00+08:00');
const months = { first: '2026-08', second: '2026-09' } as const;

const order: readonly StandsBefore[] = ['application', 'registration', 'review', 'meeting', 'posting', 'publicity', 'filing', 'receipt'];
/** Of one branch; the branches are played four at a time. */
const applicantsAtOnce = 4;
const clock = (day: LocalDate, time: string) => startOfDay(day) + Date.parse(`1970-01-01T${time}:00Z`);

/** `paper`: whether the months before the system are imported. */
export type Story = { branches: readonly DemoBranch[]; people: readonly Person[]; calendar: WorkCalendar; paper: boolean };
type Cast = Story & { plans: readonly YearPlan[] };

/** Everything that people of the demo do, in the order of business time. */
export function agendaOf(story: Story): AgendaItem[] {
  const { branches } = story;
  const cast = { ...story, plans: yearPlans(story, story.people) };
  const runs: Run[] = branches.flatMap((branch) => [
    ...(branch.runsFrom === months.first ? [{ branch, period: months.first }] : []),
    { branch, period: months.second, stopsBefore: branch.standsBefore },
  ]);
  const items = runs.flatMap((run) => [...applications(run, cast), ...steps(run, story.calendar)]);
  const papers = story.paper ? branches.map((branch) => entering(branch, cast)) : [];
  const early = branches.filter(({ runsFrom }) => runsFrom === months.first);
  const openings = [opening(early, months.first, begins), opening(branches, months.second, clock('2026-09-01' as LocalDate, '09:00'))];
  return [...openings, ...papers, ...items].filter(({ at }) => at <= stands).sort((a, b) => a.at - b.at);
}

function opening(branches: readonly DemoBranch[], period: string, at: number): AgendaItem {
  const run = (world: World) => inParallel(branches, 2, (branch) => openMonth(world, { branchId: branch.id, period }));
  return { at, what: `${period} is opened`, run };
}

/** Paper is entered when the last of its months has been filed. */
function entering(branch: DemoBranch, { people, plans, calendar }: Cast): AgendaItem {
  const body = paperOf({ branch, people, plans, calendar });
  const filed = clock(addDays(body.months.at(-1)?.filedOn as LocalDate, 1), '10:00');
  return {
    at: Math.max(begins, filed),
    what: `${branch.id}: earlier months are entered from paper`,
    run: (world) => bringInPaper(world, branch, body),
  };
}

function applications({ branch, period, stopsBefore }: Run, { people, plans }: Cast): AgendaItem[] {
  const first = period === months.first;
  const day = (first ? '2026-08-26' : '2026-09-28') as LocalDate;
  const applicants = people.filter(({ membership }) => membership?.branchId === branch.id && mayApply(membership, period, stopsBefore));
  const recorder = personIdOf(branch.id, postHolders(branch).recorder);
  const onScreen = applicants.filter(({ membership }) => membership?.channel === 'screen');
  const onPaper = stopsBefore === 'application' ? [] : applicants.filter(({ membership }) => membership?.channel === 'paper');
  const applying = (those: readonly Person[], by?: string) => async (world: World) => {
    const paper = by === undefined ? {} : { paperSignedOn: day };
    await inParallel(those, applicantsAtOnce, async ({ personId, membership }) => {
      if (!membership) return;
      const line = { memberId: membership.memberId, period };
      await apply(world, { branchId: branch.id, ...line, by: by ?? personId, pledgeIds: pledgeIdsDue(plans, line), ...paper });
    });
  };
  return [
    { at: clock(day, '09:30'), what: `${period} members apply`, run: applying(onScreen) },
    { at: clock(day, '15:00'), what: `${period} papers are entered`, run: applying(onPaper, recorder) },
  ];
}

/** Where applications are still open when the demo begins, every third member has not applied yet. */
function mayApply(membership: Person['membership'], period: string, stopsBefore: StandsBefore | undefined): boolean {
  if (!membership || !appliesAtAll({ memberId: membership.memberId, period })) return false;
  return stopsBefore !== 'application' || membership.rosterNumber % 3 !== 0;
}

function steps({ branch, period, stopsBefore }: Run, calendar: WorkCalendar): AgendaItem[] {
  const { registeredOn, meetingOn, postedOn, filedOn } = daysOf(branch, period, calendar);
  const all: readonly (readonly [StandsBefore, LocalDate, string, AgendaItem['run']])[] = [
    ['registration', registeredOn, '14:00', (world) => register(world, branch, period)],
    ['review', meetingOn, '15:00', (world) => review(world, branch, period)],
    ['review', meetingOn, '15:30', branch.committeeSize === 0 ? async () => {} : (world) => reviewOwnLine(world, branch, period)],
    ['meeting', meetingOn, '19:30', (world) => holdMeeting(meetingOn)(world, branch, period)],
    ['posting', postedOn, '09:00', (world) => post(postedOn)(world, branch, period)],
    ['filing', filedOn, '09:00', (world) => file(world, branch, period)],
    ['receipt', filedOn, '15:00', (world) => receive(world, branch, period)],
  ];
  const stop = stopsBefore === undefined ? order.length : order.indexOf(stopsBefore);
  return all
    .filter(([step]) => order.indexOf(step) < stop)
    .map(([step, day, time, run]) => ({ at: clock(day, time), what: `${period} ${branch.id}: ${step}`, run }));
}
