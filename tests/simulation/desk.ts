import { actAnswer, type BranchMonthScreen, branchMonthScreen, type DecisionContent } from '@jifen/contracts';
import type { ClientRequest } from '@jifen/service-kit';
import { personIdOf, postHolders, superiorOf } from '../../infra/demo/src/people.ts';
import { insist } from '../../infra/demo/src/world.ts';
import type { SignedIn } from './console.ts';
import type { BranchMonthScript } from './script.ts';

/** The place where one branch's month is worked on; `now` is business time, which stands still while people act. */
export type Desk = { script: BranchMonthScript; person: SignedIn; now: number };

export type Posts = Record<'secretary' | 'recorder' | 'reviewer' | 'superior', string>;

const patienceMs = 120_000;
const everyMs = 200;
export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, everyMs));

/** The committee's batch is decided by its second member, whose own line the secretary decides afterwards. */
export function postsOf({ branch }: Pick<BranchMonthScript, 'branch'>): Posts {
  const { secretary, recorder } = postHolders(branch);
  const person = (n: number) => personIdOf(branch.id, n);
  const reviewer = branch.committeeSize === 0 ? secretary : 2;
  return { secretary: person(secretary), recorder: person(recorder), reviewer: person(reviewer), superior: superiorOf(branch) };
}

export const monthPath = ({ branch, period }: Pick<BranchMonthScript, 'branch' | 'period'>) => `/branch-months/${branch.id}/${period}`;

export function readMonth({ script, person }: Pick<Desk, 'script' | 'person'>, by: string): Promise<BranchMonthScreen> {
  return insist({ pause }, person(by), { method: 'get', path: monthPath(script), response: branchMonthScreen });
}

export type Write = Pick<ClientRequest<typeof actAnswer>, 'method' | 'path' | 'body'> & { actId: string };

/** Sends an act until it is accepted, and waits for its effect. Sent twice, it is one act. Answers its business time. */
export async function act({ script, person }: Desk, by: string, { actId, method, path, body }: Write): Promise<number> {
  const request = { method, path, body, response: actAnswer, repeatable: true } as const;
  let answer = await insist({ pause }, person(by), request);
  for (const end = Date.now() + patienceMs; answer.status === 'pending'; ) {
    if (Date.now() > end) throw new Error(`${actId} was recorded and is still on its way`);
    await pause();
    answer = await insist({ pause }, person(by), { method: 'get', path: `${monthPath(script)}/decisions/${actId}`, response: actAnswer });
  }
  if (answer.status === 'refused') throw new Error(`${actId} was recorded and then refused: ${answer.refusal?.code}`);
  return answer.at;
}

/** A decision on the round in the view; `part` distinguishes decisions of one kind in one round. */
export async function decide(desk: Desk, view: BranchMonthScreen, by: string, content: DecisionContent, part = ''): Promise<void> {
  const { branch, period } = desk.script;
  const { round, rosterHash } = view;
  const actId = ['sim', branch.id, period, `r${round}`, content.kind, part].filter(Boolean).join('-');
  const body = { actId, round, rosterHash, content };
  await act(desk, by, { actId, method: 'post', path: `${monthPath(desk.script)}/decisions`, body });
}
