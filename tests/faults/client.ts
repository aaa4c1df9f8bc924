import { type ActAnswer, actAnswer } from '@jifen/contracts';
import { createHttpClient, createServiceTokens, RemoteUnavailable } from '@jifen/service-kit';
import type { World } from '../../infra/demo/src/world.ts';
import type { HistoryEvent } from './history.ts';

/** A write with the act's id, so that it can be sent again. */
export type Write = Pick<HistoryEvent, 'op' | 'key' | 'value'> & {
  request: { method: 'put' | 'post'; path: string; body: object; actingFor: string };
};

/** The final answer to a client. */
export type Answer = { status: ActAnswer['status'] } | { refused: string };

const retryMs = 250;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, retryMs));

/** Calls member and scoring as the demo's seed does, for any person. */
export function connectWorld({ memberUrl, scoringUrl, secret }: { memberUrl: string; scoringUrl: string; secret: string }): World {
  const tokens = createServiceTokens({ memberUrl, service: 'seed', secret });
  return {
    member: createHttpClient({ baseUrl: memberUrl, tokens }),
    scoring: createHttpClient({ baseUrl: scoringUrl, tokens }),
    say: () => undefined,
    pause,
  };
}

/** Sends a write until it has an answer: with an unknown outcome it is sent again with the same id, as by a person who presses the button again. */
export async function settle(world: World, history: HistoryEvent[], write: Write, patienceMs: number): Promise<Answer> {
  const { op, key, value } = write;
  const note = (type: HistoryEvent['type'], answer?: string) =>
    history.push({ type, op, key, value: answer === undefined ? value : { ...value, answer }, t: Date.now() });
  const end = Date.now() + patienceMs;
  for (;;) {
    note('invoke');
    const answer = await world.scoring.request({ ...write.request, response: actAnswer }).catch(unknown);
    if (answer?.ok) {
      note('ok', answer.value.status);
      return { status: answer.value.status };
    }
    if (answer) {
      note('fail', answer.refusal.code);
      return { refused: answer.refusal.code };
    }
    note('info');
    if (Date.now() > end) throw new Error(`${op} ${key} had no answer in ${patienceMs} ms`);
    await pause();
  }
}

function unknown(error: unknown): undefined {
  if (!(error instanceof RemoteUnavailable)) throw error;
}
