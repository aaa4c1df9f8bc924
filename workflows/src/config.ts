import { id } from '@jifen/contracts';
import { logLevel, port, publicKeyFile, secretFile, temporalVariables, url } from '@jifen/service-kit';
import { z } from 'zod';

export const workerKind = z.enum(['branch', 'member']);
export type WorkerKind = z.output<typeof workerKind>;

/** Each worker runs activities, so it knows the services they ask. */
const variables = {
  PORT: port,
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: logLevel.default('info'),
  ...temporalVariables,
  TZ: z.literal('UTC'),
  SERVICE_NAME: z.string().min(1),
  SERVICE_SECRET_FILE: secretFile,
  TOKEN_PUBLIC_KEY_FILE: publicKeyFile,
  MEMBER_URL: url,
  SCORING_URL: url,
};

/** Without a county its months are opened by hand. */
export const memberWorkerConfig = z.object({ ...variables, COUNTY_ID: id.optional() });

export const branchWorkerConfig = z.object({ ...variables, NOTIFICATION_URL: url });
