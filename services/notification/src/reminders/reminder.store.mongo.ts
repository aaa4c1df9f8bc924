import { type Connection, isDuplicateKey } from '@jifen/service-kit';
import { Schema } from 'mongoose';
import type { ReminderStore } from './reminder.store.ts';

export const remindersCollection = 'reminders';

const schema = new Schema(
  { _id: String, request: Object, at: Number, pending: [Object] },
  { collection: remindersCollection, versionKey: false },
);

/** One document a reminder, with the event that spreads it in the same write. */
export function mongoReminderStore(connection: Connection): ReminderStore {
  const model = connection.model('Reminder', schema);
  return {
    async add({ key, request, at, recordedAt }) {
      try {
        await model.create({ _id: key, request, at, pending: [{ id: key, type: 'spread', at: recordedAt, payload: request }] });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
