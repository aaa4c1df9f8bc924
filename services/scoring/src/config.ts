import { id } from '@jifen/contracts';
import { baseVariables, optionalVariables } from '@jifen/service-kit';
import { z } from 'zod';

const jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
const fromJson = z.string().transform((text, ctx) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    ctx.addIssue({ code: 'custom', message: 'names a file that is not JSON' });
    return z.NEVER;
  }
});

/** Everything scoring is told by its environment. */
export const scoringConfig = z.object({
  ...baseVariables,
  TEMPORAL_ADDRESS: optionalVariables.TEMPORAL_ADDRESS,
  TEMPORAL_NAMESPACE: optionalVariables.TEMPORAL_NAMESPACE,
  MEMBER_URL: optionalVariables.MEMBER_URL,
  NOTIFICATION_URL: optionalVariables.NOTIFICATION_URL,
  /** Where business time is played: the county whose months open when it reaches their first day. */
  OPENS_MONTHS_OF: id.optional(),
  TOKEN_PUBLIC_KEY_FILE: baseVariables.TOKEN_PUBLIC_KEY_FILE.pipe(fromJson).pipe(jwk),
});
