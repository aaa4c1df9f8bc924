import type { BranchCard, BranchMonthView } from '@jifen/contracts';
import { isAwaited } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { actorsOf } from '../branch-months/recipients.ts';

type Waited = BranchMonthView['waitingFor'][number];

/** Who acts now, by name. In the publicity stage nobody does. */
export function waitingFor(record: BranchMonthRecord, card: BranchCard): Waited[] {
  const { stage, state, participants } = record;
  if (stage === 'filed') return [{ role: 'supervising-committee', name: card.committeeName }];
  if (stage === 'applying') {
    const waiting = state.participants.filter(({ application }) => application === 'waiting-application');
    const ids = new Set<string>(waiting.map(({ memberId }) => memberId));
    return participants.filter(({ memberId }) => ids.has(memberId)).map(({ memberId, name }) => ({ role: 'member', name, memberId }));
  }
  const alreadyIn = reviewers(record);
  return actorsOf(record, stage, [])
    .filter((personId) => !alreadyIn.has(personId))
    .flatMap((personId) => {
      const member = participants.find((one) => one.personId === personId);
      return member ? [{ role: roleOf(record, personId), name: member.name, memberId: member.memberId }] : [];
    });
}

/** Once the batch is reviewed, whoever reviewed it has no more part in the lines left out. */
function reviewers({ stage, state, round }: BranchMonthRecord): ReadonlySet<string> {
  const current = state.rounds.find((one) => one.round === round);
  if (stage !== 'reviewing' || !current?.lines.some(isAwaited)) return new Set();
  return new Set<string>(current.acts.filter(({ step }) => step === 'review').map(({ by }) => by));
}

function roleOf({ state: { posts } }: BranchMonthRecord, personId: string): string {
  if (personId === posts.recorder || personId === posts.deputyRecorder) return 'recorder';
  return personId === posts.secretary ? 'secretary' : 'committee-member';
}
