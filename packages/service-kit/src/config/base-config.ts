import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const port = z.coerce.number().int().min(1).max(65_535);
export const url = z.url();
export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']);

/** The variable names a file; the value is the file's content without surrounding white space. */
export const secretFile = z.string().transform((path, ctx) => {
  try {
    const content = readFileSync(path, 'utf8').trim();
    if (content !== '') return content;
    ctx.addIssue({ code: 'custom', message: `names an empty file (${path})` });
  } catch {
    ctx.addIssue({ code: 'custom', message: `names a file that cannot be read (${path})` });
  }
  return z.NEVER;
});

export const jsonFile = secretFile.transform((text, ctx) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    ctx.addIssue({ code: 'custom', message: 'names a file that is not JSON' });
    return z.NEVER;
  }
});

export const jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** The variable names a file with the key that verifies member's tokens. */
export const publicKeyFile = jsonFile.pipe(jwk);

export const profile = z.enum(['demo', 'production']);
export type Profile = z.output<typeof profile>;

/** The variables of every service; a service takes what it needs: `z.object({ ...baseVariables, SMTP_URL: url })`. */
export const baseVariables = {
  JIFEN_PROFILE: profile,
  SERVICE_NAME: z.string().min(1),
  PORT: port,
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: logLevel.default('info'),
  MONGO_URL: z.string().startsWith('mongodb'),
  MONGO_DB: z.string().min(1),
  TOKEN_PUBLIC_KEY_FILE: publicKeyFile,
  SERVICE_SECRET_FILE: secretFile,
  AUDIT_KEY_FILE: secretFile,
};

/** Of those that speak to Temporal. */
export const temporalVariables = {
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('jifen'),
};
