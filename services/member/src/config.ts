import { baseVariables, optionalVariables } from '@jifen/service-kit';
import { z } from 'zod';
import { serviceSecrets } from './tokens/service-secrets.ts';

const fromJson = z.string().transform((text, ctx) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    ctx.addIssue({ code: 'custom', message: 'names a file that is not JSON' });
    return z.NEVER;
  }
});

const jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** Everything member is told by its environment. */
export const memberConfig = z.object({
  ...baseVariables,
  SCORING_URL: optionalVariables.SCORING_URL,
  SERVICE_SECRETS_FILE: baseVariables.SERVICE_SECRET_FILE.pipe(fromJson).pipe(serviceSecrets),
  TOKEN_KEY_FILE: baseVariables.SERVICE_SECRET_FILE.pipe(fromJson).pipe(jwk.extend({ d: z.string() })),
  TOKEN_PUBLIC_KEY_FILE: baseVariables.SERVICE_SECRET_FILE.pipe(fromJson).pipe(jwk),
  FIELD_KEY_FILE: optionalVariables.FIELD_KEY_FILE,
  BLIND_INDEX_KEY_FILE: optionalVariables.BLIND_INDEX_KEY_FILE,
  /** Where business time begins in the demo; it stands still until it is moved. */
  DEMO_CLOCK_START: z.iso.datetime({ offset: true }).default('2026-08-25T09:00:00+08:00'),
});
export type MemberConfig = z.output<typeof memberConfig>;
