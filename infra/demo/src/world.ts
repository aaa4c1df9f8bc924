import type { ClientRequest, HttpClient } from '@jifen/service-kit';
import type { z } from 'zod';

export type World = {
  member: HttpClient;
  scoring: HttpClient;
  say(progress: string): void;
  /** Between two attempts. */
  pause(): Promise<void>;
};

/** Repeating does not help with any of these. */
const final = new Set([
  'different-body',
  'earlier-months-wrong',
  'forbidden',
  'invalid-request',
  'not-for-this-caller',
  'wrong-service-secret',
]);
const attempts = 240;

/** Repeats until it is accepted: reference data, clocks and processes lag a moment, and a service may be starting. */
export async function insist<R extends z.ZodType>(
  { pause }: Pick<World, 'pause'>,
  client: HttpClient,
  request: ClientRequest<R>,
): Promise<z.output<R>> {
  let reason = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await client.request(request).catch((error: unknown) => String(error));
    if (typeof answer !== 'string' && answer.ok) return answer.value;
    reason = typeof answer === 'string' ? answer : `${answer.refusal.code} ${JSON.stringify(answer.refusal.facts)}`;
    if (typeof answer !== 'string' && final.has(answer.refusal.code)) break;
    await pause();
  }
  throw new Error(`${request.method.toUpperCase()} ${request.path} was not granted: ${reason}`);
}

/** Runs everything, at most `limit` at a time. */
export async function inParallel<T>(items: readonly T[], limit: number, run: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await run(next.value);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
