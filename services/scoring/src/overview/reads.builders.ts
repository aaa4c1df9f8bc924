import { aBranchCard, aMemberCard, aPost } from '../cards/card.builders.ts';
import { fakeCardStore } from '../cards/card.store.fake.ts';
import type { CardStore } from '../cards/card.store.ts';
import { type October, october } from '../decisions/october.builders.ts';
import type { ScoringDeps } from '../deps.ts';
import { fakeLedgerStore } from '../ledger/ledger.store.fake.ts';
import type { EventPayloads } from '../outbox/events.ts';
import { fakeYearPlanStore } from '../plans/year-plan.store.fake.ts';
import { type ProjectionPorts, projectAct } from '../projection/project-act.ts';
import { library } from '../scheme-library/scheme-library.files.ts';
import { type FakeSchemeVersionStore, fakeSchemeVersionStore } from '../schemes/scheme-version.store.fake.ts';

const eight = [1, 2, 3, 4, 5, 6, 7, 8];

/** Dongwan as in October's decisions: 1 is the secretary, 2 and 3 the committee, 4 the recorder. */
const dongwan = aBranchCard({
  posts: [
    aPost({ personId: 'person-1', memberId: 'member-1', role: 'secretary' }),
    aPost({ personId: 'person-4', memberId: 'member-4', role: 'recorder' }),
    aPost({ personId: 'person-90', memberId: undefined, role: 'supervising-committee', organisation: '/qinghe/lianhu' }),
  ],
});

async function keepDongwan(cards: CardStore): Promise<void> {
  await cards.keepBranches([dongwan]);
  await cards.keepMembers(eight.map((n) => aMemberCard(n)));
}

export type ReadWorld = October & {
  reads: ScoringDeps;
  ledger: ReturnType<typeof fakeLedgerStore>;
  versions: FakeSchemeVersionStore;
  /** The projections that the month's relay would deliver, each once, in their order. */
  projections(): EventPayloads['project'][];
  project(ports?: Partial<ProjectionPorts>): Promise<void>;
};

/** October with the reading side's stores behind fakes. */
export async function readWorld(): Promise<ReadWorld> {
  const world = await october();
  const cards = fakeCardStore();
  await keepDongwan(cards);
  const ledger = fakeLedgerStore();
  const versions = fakeSchemeVersionStore();
  const { sheets } = world;
  const reads: ScoringDeps = { ...world.deps, cards, plans: fakeYearPlanStore(), ledger, sheets, versions, library };
  const projections = () => {
    const events = world.months.pendingOf('dongwan/2026-10').filter(({ type }) => type === 'project');
    return events.map(({ payload }) => payload as EventPayloads['project']);
  };
  const project = async (ports: Partial<ProjectionPorts> = {}) => {
    for (const projection of projections()) await projectAct({ ...reads, ...ports }, projection);
  };
  return { ...world, reads, ledger, versions, projections, project };
}
