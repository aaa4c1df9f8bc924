import { type Connection, insertOnce } from '@jifen/service-kit';
import { type Model, Schema } from 'mongoose';
import type { Reminder, ReminderStore } from './reminder.store.ts';

export const remindersCollection = 'reminders';

type ReminderDocument = { _id: string; request: Reminder['request']; at: number; pending: object[] };

const schema = new Schema<ReminderDocument>(
  { _id: String, request: Object, at: Number, pending: [Object] },
  { collection: remindersCollection, versionKey: false },
);

schema.index({ 'request.branchId': 1, 'request.period': 1 });

export const reminderModel = (connection: Connection): Model<ReminderDocument> => connection.model<ReminderDocument>('Reminder', schema);

/** One document a reminder, with the event that spreads it in the same write. */
export function mongoReminderStore(connection: Connection): ReminderStore {
  const model = reminderModel(connection);
  return {
    async add({ key, request, at, recordedAt }) {
      if (await isBehind(model, request)) return false;
      const added = await insertOnce(model, {
        _id: key,
        request,
        at,
        pending: [{ id: key, type: 'spread', at: recordedAt, payload: request }],
      });
      return added === 'inserted';
    },
  };
}

/** Whether its step has been reminded of for the same instant or a later one: a process that was lost begins its reminders anew. */
async function isBehind(model: Model<ReminderDocument>, { branchId, period, round, step, memberId, plannedFor }: Reminder['request']) {
  if (plannedFor === undefined) return false;
  const found = await model
    .exists({
      'request.branchId': branchId,
      'request.period': period,
      'request.round': round,
      'request.step': step,
      'request.memberId': memberId ?? { $exists: false },
      'request.plannedFor': { $gte: plannedFor },
    })
    .lean();
  return found !== null;
}
