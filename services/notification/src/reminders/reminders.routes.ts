import { noticeAnswer, remindByHandRequest } from '@jifen/contracts';
import { type Route, route } from '@jifen/service-kit';
import type { MessageStore } from '../messages/message.store.ts';
import type { OutstandingFinder } from '../ports/outstanding.ts';
import { toProblem } from '../problems.ts';
import { remindByHand } from './remind-by-hand.ts';

export type ReminderDeps = { messages: MessageStore; outstanding: OutstandingFinder; realNow: () => number; wake: () => void };

/** 催办: what a superior sends besides the reminders that come by themselves. */
export function reminderRoutes(deps: ReminderDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/reminders',
      summary: 'Reminds whoever a step of a branch waits for; on one day it is one reminder, whoever asks for it.',
      permission: { kind: 'action', action: 'reminder:send' },
      audit: 'reminder-sent',
      request: { body: remindByHandRequest },
      response: noticeAnswer,
      async handler({ body, caller, now, audit }) {
        const reminded = await remindByHand(deps, { request: body, caller, at: now() });
        if (!reminded.ok) return toProblem(reminded.refusal);
        const { key, ...counted } = reminded.value;
        if (counted.accepted > 0) await audit.record({ target: key, organisation: body.organisation });
        deps.wake();
        return { status: 200, body: counted };
      },
    }),
  ];
}
