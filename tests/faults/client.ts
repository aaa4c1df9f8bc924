import { type ActAnswer, actAnswer } from '@jifen/contracts';
import { createHttpClient, createServiceTokens, RemoteUnavailable } from '@jifen/service-kit';
import type { World } from '../../infra/demo/src/world.ts';
import type { HistoryEvent } from './history.ts';

/** A write as its sender makes it: with the act's id, so that it can be sent again. */
export type Write = Pick<HistoryEvent, 'op' | 'key' | 'value'> & {
  request: { method: 'put' | 'post'; path: string; body: object; actingFor: string };
};

/** What a client was told in the end. */
export type Told = { status: ActAnswer['status'] } | { refused: string };

const retryMs = 250;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, retryMs));

/** Speaks to member and scoring as the demo's seed does, for any person. */
export function connectWorld({ memberUrl, scoringUrl, secret }: { memberUrl: string; scoringUrl: string; secret: string }): World {
  const tokens = createServiceTokens({ memberUrl, service: 'seed', secret });
  return {
    member: createHttpClient({ baseUrl: memberUrl, tokens }),
    scoring: createHttpClient({ baseUrl: scoringUrl, tokens }),
    say: () => undefined,
    pause,
  };
}

/** Sends a write until it has an answer: what is unknown is sent again with the same id, as a person does who presses the button again. */
export async function settle(world: World, history: HistoryEvent[], write: Write, patienceMs: number): Promise<Told> {
  const { op, key, value } = write;
  const note = (type: HistoryEvent['type'], told?: string) =>
    history.push({ type, op, key, value: told === undefined ? value : { ...value, told }, t: Date.now() });
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
