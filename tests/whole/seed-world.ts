import { createHttpClient, createServiceTokens } from '@jifen/service-kit';
import type { World } from '../../infra/demo/src/world.ts';
import { required } from '../faults/environment.ts';
import type { Stack } from '../faults/stack.ts';

const timeoutMs = 60_000;
const pauseMs = 200;

/** Member and scoring of the stack under test, called as by the seed, for any person. */
export function seedWorld(stack: Stack, say: World['say']): World {
  const memberUrl = required('MEMBER_URL');
  const tokens = createServiceTokens({ memberUrl, service: 'seed', secret: stack.secret('service-seed') });
  return {
    member: createHttpClient({ baseUrl: memberUrl, tokens, timeoutMs }),
    scoring: createHttpClient({ baseUrl: required('SCORING_URL'), tokens, timeoutMs }),
    say,
    pause: () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
  };
}
