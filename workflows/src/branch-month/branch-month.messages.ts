import { messages, type ProjectedMessage, type PublicationEndedMessage } from '@jifen/contracts';
import { defineSignal } from '@temporalio/workflow';

export const projected = defineSignal<[ProjectedMessage]>(messages.projected);
export const publicationEnded = defineSignal<[PublicationEndedMessage]>(messages.publicationEnded);
