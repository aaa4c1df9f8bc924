import { type EarlierLine, type EarlierMonthShape, type EarlierMonthsBody, earlierMonthsAnswer, type YearPlan } from '@jifen/contracts';
import { hasVote, type WorkCalendar } from '@jifen/domain';
import { appliesAtAll, claimOf, deductionsOf } from './claims.ts';
import type { DemoBranch } from './demo-county.ts';
import { daysOf } from './month-days.ts';
import { type Person, superiorOf } from './people.ts';
import { planYear, pledgeIdsDue } from './plans.ts';
import { randomOf } from './random.ts';
import { insist, type World } from './world.ts';

type Paper = { branch: DemoBranch; people: readonly Person[]; plans: readonly YearPlan[]; calendar: WorkCalendar };

/** The year's months before a branch's first one in the system. */
export function periodsOnPaper({ runsFrom }: Pick<DemoBranch, 'runsFrom'>): string[] {
  const months = Array.from({ length: Number(runsFrom.slice(5)) - 1 }, (_, index) => String(index + 1).padStart(2, '0'));
  return months.map((month) => `${planYear}-${month}`);
}

/** What a branch settled on paper, as its supervising committee enters it (以前月份补录). */
export function paperOf({ branch, people, plans, calendar }: Paper): EarlierMonthsBody {
  const members = people.flatMap(({ membership }) => (membership?.branchId === branch.id ? [membership] : []));
  const voters = members.filter(({ standing }) => hasVote(standing)).length;
  const months = periodsOnPaper(branch).map((period): EarlierMonthShape => {
    const { meetingOn, postedOn, filedOn } = daysOf(branch, period, calendar);
    return {
      actId: `paper-${branch.id}-${period}`,
      period,
      meeting: { heldOn: meetingOn, voters, ...votesOf(branch, period, voters) },
      postedOn,
      filedOn,
      lines: members.map(({ memberId }) => lineOf({ memberId, period }, plans)),
    };
  });
  return { source: '纸质台账补录', months };
}

function votesOf({ id }: DemoBranch, period: string, voters: number) {
  const random = randomOf(`paper meeting ${id} ${period}`);
  const present = voters - random.below(Math.floor(voters / 6) + 1);
  const abstained = voters > 3 ? random.below(2) : 0;
  return { present, inFavour: present - abstained, against: 0, abstained };
}

function lineOf(line: { memberId: string; period: string }, plans: readonly YearPlan[]): EarlierLine {
  const { memberId } = line;
  const deductions = deductionsOf(line);
  if (!appliesAtAll(line)) return { memberId, deductions, task: { kind: 'not-applied' }, rewards: [] };
  const { fulfilments, rewards } = claimOf(line, pledgeIdsDue(plans, line));
  return { memberId, deductions, task: { kind: 'fulfilments', fulfilments }, rewards };
}

/** Sent again, it is the same file. */
export async function bringInPaper(world: World, branch: DemoBranch, body: EarlierMonthsBody): Promise<void> {
  const path = `/branches/${branch.id}/earlier-months`;
  await insist(world, world.scoring, {
    method: 'post',
    path,
    body,
    response: earlierMonthsAnswer,
    actingFor: superiorOf(branch),
    repeatable: true,
  });
}
