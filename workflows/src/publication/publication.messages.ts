import { type ActMessage, messages } from '@jifen/contracts';
import { defineSignal } from '@temporalio/workflow';

export const objectionRaised = defineSignal<[ActMessage]>(messages.objectionRaised);
