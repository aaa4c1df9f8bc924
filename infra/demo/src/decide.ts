import { type ActAnswer, actAnswer, type BranchMonthView, branchMonthView, type DecisionContent } from '@jifen/contracts';
import { insist, type World } from './world.ts';

export type Month = { branchId: string; period: string };
export type Decision = Month & { by: string; kind: DecisionContent['kind']; content: (view: BranchMonthView) => DecisionContent };

const pathOf = ({ branchId, period }: Month) => `/branch-months/${branchId}/${period}`;

/** The same decision has the same id in every run of the seed. */
const actIdOf = ({ branchId, period, kind }: Decision) => `demo-${branchId}-${period}-${kind}`;

/** Decides as the holder of the post, and waits for the effect. A decision sent before is only waited for. */
export async function decide(world: World, decision: Decision): Promise<void> {
  const actId = actIdOf(decision);
  const known = await found(world, decision, actId);
  const answer = known ?? (await take(world, decision, actId));
  if (answer.status === 'effective') return;
  await untilEffective(world, decision, actId);
}

async function found({ scoring }: World, { by, ...month }: Decision, actId: string): Promise<ActAnswer | undefined> {
  const path = `${pathOf(month)}/decisions/${actId}`;
  const answer = await scoring.request({ method: 'get', path, response: actAnswer, actingFor: by });
  return answer.ok ? answer.value : undefined;
}

async function take(world: World, decision: Decision, actId: string): Promise<ActAnswer> {
  const { by, content, ...month } = decision;
  const view = await insist(world, world.scoring, { method: 'get', path: pathOf(month), response: branchMonthView, actingFor: by });
  const body = { actId, round: view.round, rosterHash: view.rosterHash, content: content(view) };
  const request = {
    method: 'post',
    path: `${pathOf(month)}/decisions`,
    body,
    response: actAnswer,
    actingFor: by,
    idempotencyKey: actId,
  } as const;
  return insist(world, world.scoring, request);
}

async function untilEffective(world: World, decision: Decision, actId: string): Promise<void> {
  for (let attempt = 0; attempt < 480; attempt += 1) {
    const answer = await found(world, decision, actId);
    if (answer?.status === 'effective') return;
    if (answer?.status === 'refused') throw new Error(`${actId} was refused: ${answer.refusal?.code}`);
    await world.pause();
  }
  throw new Error(`${actId} was recorded but has no effect yet`);
}
