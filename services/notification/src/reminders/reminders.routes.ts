import { messageEndpoints, notificationInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { MessageStore } from '../messages/message.store.ts';
import type { OutstandingFinder } from '../ports/ports.ts';
import { toProblem } from '../problems.ts';
import { remindByHand } from './remind-by-hand.ts';
import type { ReminderStore } from './reminder.store.ts';
import { reminderKey } from './spread-reminder.ts';

export type ReminderDeps = {
  messages: MessageStore;
  reminders: ReminderStore;
  outstanding: OutstandingFinder;
  realNow: () => number;
  wake: () => void;
};

export const reminderRoutes = (deps: ReminderDeps): Route[] => [
  /** 催办: what a superior sends besides the reminders that come by themselves. */
  implement(messageEndpoints.remind, async ({ body, caller, now, audit }) => {
    const reminded = await remindByHand(deps, { request: body, caller, at: now() });
    if (!reminded.ok) return toProblem(reminded.refusal);
    const { key, ...counted } = reminded.value;
    if (counted.accepted > 0) await audit.record({ target: key, organisation: body.organisation });
    deps.wake();
    return { status: 200, body: counted };
  }),
  implement(notificationInternals.reminder, async ({ body, now, audit }) => {
    const key = reminderKey(body);
    const fresh = await deps.reminders.add({ key, request: body, at: now(), recordedAt: deps.realNow() });
    if (fresh) await audit.record({ target: key });
    deps.wake();
    return { status: 200, body: fresh ? { accepted: 1, repeated: 0 } : { accepted: 0, repeated: 1 } };
  }),
];
