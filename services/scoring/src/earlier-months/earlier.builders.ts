import type { EarlierLine, EarlierMonthShape, EarlierMonthsBody } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { aGrant } from '@jifen/test-kit';
import { audit, members, superior } from '../decisions/october.builders.ts';
import type { EventPayloads } from '../outbox/events.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { projectAct } from '../projection/project-act.ts';
import { importEarlierMonths } from './import-earlier-months.ts';

export const department: Caller = {
  service: 'console',
  personId: 'person-91',
  grants: [aGrant({ role: 'county-organisation-department', organisation: '/qinghe' })],
};

export const paperLine = (n: number, of: Partial<EarlierLine> = {}): EarlierLine => ({
  memberId: `member-${n}`,
  deductions: [],
  task: { kind: 'decided', amount: 600 },
  rewards: [],
  ...of,
});

const two = (n: number) => String(n).padStart(2, '0');

/** A month of 2026 in which all eight were given all six points, resolved on the 10th of the next. */
export function paperMonth(month: number, of: Partial<EarlierMonthShape> = {}): EarlierMonthShape {
  const next = `2026-${two(month + 1)}`;
  return {
    actId: `paper-${two(month)}`,
    period: `2026-${two(month)}`,
    meeting: { heldOn: `${next}-10`, voters: 8, present: 8, inFavour: 8, against: 0, abstained: 0 },
    postedOn: `${next}-11`,
    filedOn: `${next}-19`,
    lines: members.map((n) => paperLine(n)),
    ...of,
  };
}

export type EarlierWorld = ReadWorld & {
  bring(months: EarlierMonthShape[], of?: { caller?: Caller; branchId?: string; source?: string }): ReturnType<typeof importEarlierMonths>;
  /** What the relay does with what the months' documents carry. */
  relayMonths(periods: readonly string[]): Promise<void>;
};

/** Dongwan on 26 October 2026: October is open, January to September are on paper; the plan of the year is kept. */
export async function earlierWorld(): Promise<EarlierWorld> {
  const world = await readWorld();
  const plan = await world.deps.plans.find('dongwan', 2026);
  if (!plan) throw new Error('Dongwan has no plan');
  await world.reads.plans.keep({ ...plan, refused: [], keptAt: 0 });
  return {
    ...world,
    bring: (months, { caller = superior, branchId = 'dongwan', source = '纸质台账补录' } = {}) => {
      const body: EarlierMonthsBody = { source, months };
      return importEarlierMonths(world.reads, { branchId, body, caller, now: world.clock.now(), audit });
    },
    relayMonths: async (periods) => {
      for (const period of periods) {
        const events = world.months.pendingOf(`dongwan/${period}`).filter(({ type }) => type === 'project');
        for (const { payload } of events) await projectAct(world.reads, payload as EventPayloads['project']);
      }
    },
  };
}
