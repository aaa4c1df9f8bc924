import { type ActMessage, type ClockChangedMessage, type DeadlinesChangedMessage, messages, type WithdrawnMessage } from '@jifen/contracts';
import { defineSignal } from '@temporalio/workflow';

export const applied = defineSignal<[ActMessage]>(messages.applied);
export const applicationWithdrawn = defineSignal<[WithdrawnMessage]>(messages.applicationWithdrawn);
export const settled = defineSignal<[{ round: number }]>(messages.settled);
export const left = defineSignal(messages.left);
export const deadlinesChanged = defineSignal<[DeadlinesChangedMessage]>(messages.deadlinesChanged);
export const clockChanged = defineSignal<[ClockChangedMessage]>(messages.clockChanged);
