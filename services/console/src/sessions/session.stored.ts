import { documentReader } from '@jifen/service-kit';
import { z } from 'zod';
import type { Session } from './session.store.ts';

const reader = documentReader(
  'sessions',
  z.object({ personId: z.string(), kind: z.enum(['staff', 'member']), startedAt: z.number(), lastSeenAt: z.number() }),
);

export const storedSession = (session: Session): string => JSON.stringify(session);
export const readSession = (text: string): Session => reader.one(JSON.parse(text));
