import { baseVariables, jsonFile, jwk, secretFile, url } from '@jifen/service-kit';
import { z } from 'zod';
import { serviceSecrets } from './tokens/service-secrets.ts';

/** Everything member is told by its environment. */
export const memberConfig = z.object({
  ...baseVariables,
  SCORING_URL: url,
  SERVICE_SECRETS_FILE: jsonFile.pipe(serviceSecrets),
  TOKEN_KEY_FILE: jsonFile.pipe(jwk.extend({ d: z.string() })),
  FIELD_KEY_FILE: z.string().min(1),
  BLIND_INDEX_KEY_FILE: secretFile,
  /** Where business time begins in the demo; it stands still until it is moved. */
  DEMO_CLOCK_START: z.iso.datetime({ offset: true }).default('2026-08-25T09:00:00+08:00'),
});
export type MemberConfig = z.output<typeof memberConfig>;
