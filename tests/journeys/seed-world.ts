import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHttpClient, createServiceTokens } from '@jifen/service-kit';
import type { World } from '../../infra/demo/src/world.ts';
import { systemAt } from './system.ts';

/** Member and scoring as the seed calls them, for what happens between the chapters. */
export function worldOfTheSeed(): World {
  const memberUrl = systemAt('MEMBER_URL');
  const secret = readFileSync(join(systemAt('JIFEN_DATA_DIR'), 'secrets/service-seed.key'), 'utf8').trim();
  const tokens = createServiceTokens({ memberUrl, service: 'seed', secret });
  return {
    member: createHttpClient({ baseUrl: memberUrl, tokens, timeoutMs: 20_000 }),
    scoring: createHttpClient({ baseUrl: systemAt('SCORING_URL'), tokens, timeoutMs: 20_000 }),
    say: () => undefined,
    pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
  };
}
