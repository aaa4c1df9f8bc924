import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { type Message, message } from './message.ts';

export const stored = message.omit({ id: true }).extend({ _id: z.string() });
export type StoredMessage = z.infer<typeof stored>;

export const messages = documentReader(
  'messages',
  stored.transform(({ _id, ...rest }): Message => ({ id: _id, ...rest })),
);

/** Of a mail that may start: as much as its sender's turn is decided by. */
export const startables = documentReader(
  'messages',
  z
    .object({ _id: z.string(), recipient: z.string(), mail: z.object({ attempts: z.number() }) })
    .transform(({ _id, recipient, mail: { attempts } }) => ({ id: _id, recipient, attempts })),
);

export const storedMessage = ({ id, ...rest }: Message): StoredMessage => plain({ _id: id, ...rest });
