import { actAnswer } from '@jifen/contracts';
import { claimOf } from './claims.ts';
import { insist, type World } from './world.ts';

export type Application = {
  branchId: string;
  period: string;
  memberId: string;
  by: string;
  pledgeIds: readonly string[];
  paperSignedOn?: string;
};

/** A member applies, or the recorder enters the member's signed paper. A repetition is answered from the record. */
export async function apply(world: World, { branchId, period, memberId, by, pledgeIds, paperSignedOn }: Application): Promise<void> {
  const path = `/branch-months/${branchId}/${period}/applications/${memberId}`;
  const body = {
    actId: `demo-${memberId}-${period}`,
    ...claimOf({ memberId, period }, pledgeIds),
    ...(paperSignedOn === undefined ? {} : { onBehalf: { paperSignedOn } }),
  };
  await insist(world, world.scoring, { method: 'put', path, body, response: actAnswer, actingFor: by });
}
