import { problem as problemSchema, type SessionRequest, signInAnswer } from '@jifen/contracts';
import { type Problem, problem, RemoteUnavailable, type TokenSource } from '@jifen/service-kit';

type Answer = { ok: true; personId: string } | { ok: false; refused: Problem };
export type SignIn = (attempt: SessionRequest & { address: string }) => Promise<Answer>;

/** Asked once and never repeated by itself: a repetition would count as a further attempt. 429 is an answer here, not an outage. */
export function signInAtMember(memberUrl: string, tokens: TokenSource): SignIn {
  return async (attempt) => {
    const answer = await fetch(new URL('/internal/sign-in', memberUrl), {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
      headers: { authorization: `Bearer ${await tokens.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(attempt),
    }).catch((cause: unknown) => {
      throw new RemoteUnavailable('no answer from sign-in', { cause });
    });
    if (answer.status >= 500) throw new RemoteUnavailable(`sign-in answered ${answer.status}`);
    const body: unknown = await answer.json();
    if (answer.ok) return { ok: true, personId: signInAnswer.parse(body).personId };
    return { ok: false, refused: refusalOf(answer, body) };
  };
}

function refusalOf(answer: Response, body: unknown): Problem {
  const { status } = answer;
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const { code, facts } = problemSchema.parse(body);
  if (Number.isNaN(seconds)) return problem({ status, code, facts });
  return problem({ status, code, facts: { ...facts, retryAfterSeconds: seconds }, retryAfterSeconds: seconds });
}
