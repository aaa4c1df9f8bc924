/** An event in the outbox (`pending[]`) of its aggregate, written together with the change that it reports. `at` is in milliseconds. */
export type PendingEvent<T = unknown> = { id: string; type: string; at: number; payload: T };
