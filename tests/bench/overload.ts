import { createServiceTokens } from '@jifen/service-kit';
import { claimOf } from '../../infra/demo/src/claims.ts';
import { required } from '../faults/environment.ts';
import type { Stack } from '../faults/stack.ts';
import { until } from '../whole/until.ts';
import type { Claim } from './desk.ts';
import { atRate } from './load.ts';
import { atMost, plainly, type Row } from './rows.ts';

/** Any answer other than the first two is an error. */
type Answer = 'answered' | 'put-off' | (string & {});

const budgetedPerSecond = 60;
const seconds = 20;
const patienceMs = 30_000;

/** Ten times as many applications as in the budget, each repeated: above its limit, scoring sheds with 503 and Retry-After. */
export async function measureOverload(stack: Stack, claims: readonly Claim[]): Promise<Row[]> {
  const perSecond = 10 * budgetedPerSecond;
  const before = pidsOf(stack);
  const requests = await prepared(stack, claims.slice(0, perSecond));
  const answers: Answer[] = [];
  const sent = Array.from({ length: perSecond * seconds }, (_, index) => requests[index % requests.length]);
  await atRate(sent, perSecond, async (send) => void answers.push((await send?.()) ?? 'no-answer'));
  const over = performance.now();
  await until(
    async () => (await stack.notReady([])).length === 0,
    120_000,
    () => 'not ready after too many requests',
  );
  const count = (wanted: Answer) => answers.filter((answer) => answer === wanted).length;
  const wrong = answers.filter((answer) => answer !== 'answered' && answer !== 'put-off');
  const gone = before.filter((pid) => !pidsOf(stack).includes(pid)).length;
  return [
    plainly(`${perSecond} applications a second, answered`, count('answered') / seconds, '/s'),
    plainly('  of it 429 or 503 with Retry-After', count('put-off') / seconds, '/s'),
    atMost(`  of it otherwise${namesOf(wrong)}`, wrong.length, 0, 'requests'),
    atMost('  processes that went down', gone, 0, 'processes'),
    atMost('  ready again after', (performance.now() - over) / 1000, 30, 's'),
  ];
}

const namesOf = (answers: readonly Answer[]) => (answers.length > 0 ? ` (${[...new Set(answers)].join(', ')})` : '');

const pidsOf = (stack: Stack) => stack.children().flatMap(({ pid }) => pid ?? []);

/** With the callers' tokens at hand, so that the burst hits scoring only. */
async function prepared(stack: Stack, claims: readonly Claim[]): Promise<(() => Promise<Answer>)[]> {
  const tokens = createServiceTokens({
    memberUrl: required('MEMBER_URL'),
    service: 'seed',
    secret: stack.secret('service-seed'),
    timeoutMs: 60_000,
  });
  const requests: (() => Promise<Answer>)[] = [];
  for (const { branchId, memberId, personId, period, pledgeIds } of claims) {
    const url = `${required('SCORING_URL')}/branch-months/${branchId}/${period}/applications/${memberId}`;
    const headers = { authorization: `Bearer ${await tokens.token(personId)}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ actId: `bench-${memberId}-${period}`, ...claimOf({ memberId, period }, pledgeIds) });
    requests.push(() => send(url, { method: 'put', headers, body, signal: AbortSignal.timeout(patienceMs) }));
  }
  return requests;
}

async function send(url: string, request: RequestInit): Promise<Answer> {
  const answer = await fetch(url, request).catch(causeOf);
  if (typeof answer === 'string') return answer;
  await answer.arrayBuffer().catch(() => undefined);
  if (answer.status < 300) return 'answered';
  return [429, 503].includes(answer.status) && answer.headers.has('retry-after') ? 'put-off' : `status ${answer.status}`;
}

const causeOf = (error: unknown): string => String((error as { cause?: { code?: string } }).cause?.code ?? error);
