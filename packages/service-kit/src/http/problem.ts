export type Facts = Readonly<Record<string, unknown>>;

/** RFC 9457 without prose: `code` is the reason, `facts` its values; the sentences are in packages/wording. */
export type ProblemBody = { type: 'about:blank'; title: string; status: number; code: string; facts: Facts };

export type Problem = { status: number; problem: ProblemBody; headers?: Record<string, string> | undefined };

export type ProblemInput = { status: number; code: string; facts?: Facts | undefined; retryAfterSeconds?: number | undefined };

export function problem({ status, code, facts = {}, retryAfterSeconds }: ProblemInput): Problem {
  const body: ProblemBody = { type: 'about:blank', title: code, status, code, facts };
  return { status, problem: body, ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }) };
}

/** A document of the record cannot be read: the facts name its place. */
export const documentUnreadable = 'document-unreadable';

/** Closes a `switch` over refusal codes: a new code does not compile until its answer is decided. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
