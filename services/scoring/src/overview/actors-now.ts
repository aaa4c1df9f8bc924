import { isAwaited, membersOf, type PersonId } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { actorsOf } from '../branch-months/posts-held.ts';
import { nextStepOf } from '../branch-months/step-deadline.ts';

/** A member of the branch who has to act now, by the post in which they do. */
export type ActorNow = {
  personId: string;
  memberId?: string;
  name?: string;
  role: 'member' | 'recorder' | 'committee-member' | 'secretary';
};

/** Who of the branch has to act now. In publicity nobody has, nor in a month that another decides; a filing is the supervising committee's. */
export function actorsNow(record: BranchMonthRecord): ActorNow[] {
  const { state, participants } = record;
  const { actors } = nextStepOf(record);
  if (actors === 'members') {
    const waiting = membersOf(state).filter(({ application }) => application === 'waiting-application');
    return waiting.map(({ personId }) => ({ personId, ...memberOf(participants, personId), role: 'member' }));
  }
  const hadPart = reviewersWithoutPart(record);
  return actorsOf(record, actors, [])
    .filter((personId) => !hadPart.has(personId))
    .map((personId) => ({ personId, ...memberOf(participants, personId), role: roleOf(record, personId) }));
}

function memberOf(participants: BranchMonthRecord['participants'], personId: string): { memberId?: string; name?: string } {
  const member = participants.find((one) => one.personId === personId);
  return member ? { memberId: member.memberId, name: member.name } : {};
}

/** Once the batch is reviewed, whoever reviewed it has no more part in the lines left out. */
function reviewersWithoutPart({ stage, state, round }: BranchMonthRecord): ReadonlySet<string> {
  const current = state.rounds.find((one) => one.round === round);
  if (stage !== 'reviewing' || !current?.lines.some(isAwaited)) return new Set();
  return new Set<PersonId>(current.acts.filter(({ step }) => step === 'review').map(({ by }) => by));
}

function roleOf({ state: { posts } }: BranchMonthRecord, personId: string): ActorNow['role'] {
  if (personId === posts.recorder || personId === posts.deputyRecorder) return 'recorder';
  return personId === posts.secretary ? 'secretary' : 'committee-member';
}
