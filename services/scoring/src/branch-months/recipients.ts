import type { BranchCard, RoleName } from '@jifen/contracts';
import { membersOf } from '@jifen/domain';
import type { Actors } from '@jifen/domain/proceedings';
import type { BranchMonthRecord } from './branch-month.store.ts';

const nobody: string[] = [];
const unique = (ids: readonly (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];

export function keepersOf({ state }: BranchMonthRecord): string[] {
  return unique([state.posts.recorder, state.posts.secretary]);
}

export const personOf = ({ participants }: BranchMonthRecord, memberId: string): string[] =>
  unique([participants.find((member) => member.memberId === memberId)?.personId]);

export const onScreen = ({ participants }: BranchMonthRecord): string[] =>
  unique(participants.filter((member) => member.channel === 'screen').map((member) => member.personId));

export const everyone = ({ state }: BranchMonthRecord): string[] => unique(membersOf(state).map((member) => member.personId));

/** Who acts in a step, besides the members. */
export function actorsOf(record: BranchMonthRecord, actors: Actors, superiors: readonly string[]): string[] {
  const { recorder, deputyRecorder, secretary, committee, hasCommittee } = record.state.posts;
  switch (actors) {
    case 'recorder':
      return unique([recorder, deputyRecorder]);
    case 'committee':
      return hasCommittee ? unique(committee) : [secretary];
    case 'meeting':
      return unique([secretary, recorder]);
    case 'branch':
      return keepersOf(record);
    case 'supervising-committee':
      return [...superiors];
    default:
      return nobody;
  }
}

export function holdersOf({ posts }: BranchCard, role: RoleName, at: number): string[] {
  return unique(posts.filter((post) => post.role === role && post.from <= at && at < post.until).map((post) => post.personId));
}
