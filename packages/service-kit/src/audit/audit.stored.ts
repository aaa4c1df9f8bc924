import { z } from 'zod';
import type { AuditRecord } from './audit-record.ts';
import type { ChainHead } from './chain.ts';

const facts = {
  at: z.number(),
  actor: z.string(),
  service: z.string(),
  role: z.string().optional(),
  organisation: z.string().optional(),
  action: z.string(),
  target: z.string(),
  result: z.enum(['done', 'refused', 'failed']),
  requestId: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
};

/** With whatever else a later release has put there: all of it is chained. */
export const storedRecord: z.ZodType<AuditRecord> = z.looseObject({ eventId: z.string(), ...facts });
export const storedInboxRow: z.ZodType<AuditRecord & { _id: string }> = z.looseObject({ _id: z.string(), eventId: z.string(), ...facts });
export const storedHead: z.ZodType<ChainHead> = z.object({ seq: z.number(), hash: z.string() });
export const storedOldest = z.object({ at: z.number() });
