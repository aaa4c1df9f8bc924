import { type ClockChangedMessage, type DeadlinesChangedMessage, type DecideMessage, messages } from '@jifen/contracts';
import { defineSignal, defineUpdate } from '@temporalio/workflow';

export type Decided = { actId: string; outcome: 'effective' };

export const decide = defineUpdate<Decided, [DecideMessage]>(messages.decide);
export const deadlinesChanged = defineSignal<[DeadlinesChangedMessage]>(messages.deadlinesChanged);
export const clockChanged = defineSignal<[ClockChangedMessage]>(messages.clockChanged);
