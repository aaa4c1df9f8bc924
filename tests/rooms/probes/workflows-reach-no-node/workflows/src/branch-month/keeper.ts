import { randomUUID } from 'node:crypto';

export const target = randomUUID;
