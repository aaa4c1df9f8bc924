import { actAnswer, applicationForm } from '@jifen/contracts';
import { claimOf } from './claims.ts';
import { insist, type World } from './world.ts';

export type Application = { branchId: string; period: string; memberId: string; by: string; paperSignedOn?: string };

/** A member applies for himself, or the recorder enters his signed paper. Applied already, nothing happens. */
export async function apply(world: World, { branchId, period, memberId, by, paperSignedOn }: Application): Promise<void> {
  const path = `/branch-months/${branchId}/${period}/applications/${memberId}`;
  const form = await insist(world, world.scoring, { method: 'get', path, response: applicationForm, actingFor: by });
  if (form.submitted) return;
  const body = {
    actId: `demo-${memberId}-${period}`,
    ...claimOf({ memberId, period }, form.pledges),
    ...(paperSignedOn === undefined ? {} : { onBehalf: { paperSignedOn } }),
  };
  await insist(world, world.scoring, { method: 'put', path, body, response: actAnswer, actingFor: by });
}
