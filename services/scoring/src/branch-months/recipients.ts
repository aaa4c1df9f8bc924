import type { BranchCard, RoleName } from '@jifen/contracts';
import type { BranchMonthStage } from '@jifen/domain';
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

export const everyone = ({ participants }: BranchMonthRecord): string[] => unique(participants.map((member) => member.personId));

/** Who acts next, by the stage that has opened. */
export function actorsOf(record: BranchMonthRecord, stage: BranchMonthStage, superiors: readonly string[]): string[] {
  const { recorder, deputyRecorder, secretary, committee, hasCommittee } = record.state.posts;
  switch (stage) {
    case 'registering':
      return unique([recorder, deputyRecorder]);
    case 'reviewing':
      return hasCommittee ? unique(committee) : [secretary];
    case 'meeting':
      return unique([secretary, recorder]);
    case 'posting':
    case 'filing':
      return keepersOf(record);
    case 'filed':
      return [...superiors];
    default:
      return nobody;
  }
}

export function holdersOf({ posts }: BranchCard, role: RoleName, at: number): string[] {
  return unique(posts.filter((post) => post.role === role && post.from <= at && at < post.until).map((post) => post.personId));
}
