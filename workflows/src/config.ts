import { logLevel, optionalVariables, port, secretFile } from '@jifen/service-kit';
import { z } from 'zod';

export const workerKind = z.enum(['branch', 'member']);
export type WorkerKind = z.output<typeof workerKind>;

const variables = {
  PORT: port,
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: logLevel.default('info'),
  TEMPORAL_ADDRESS: optionalVariables.TEMPORAL_ADDRESS,
  TEMPORAL_NAMESPACE: optionalVariables.TEMPORAL_NAMESPACE,
  TZ: z.literal('UTC'),
};

export const memberWorkerConfig = z.object(variables);

/** The branch worker runs the activities, so it knows the services. */
export const branchWorkerConfig = z.object({
  ...variables,
  SERVICE_NAME: z.string().min(1),
  SERVICE_SECRET_FILE: secretFile,
  MEMBER_URL: optionalVariables.MEMBER_URL,
  SCORING_URL: optionalVariables.SCORING_URL,
  NOTIFICATION_URL: optionalVariables.NOTIFICATION_URL,
});
export type BranchWorkerConfig = z.output<typeof branchWorkerConfig>;
