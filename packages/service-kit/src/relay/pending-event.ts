/** An event waiting in `pending[]` of its aggregate, written in the same write as the change it tells of. `at` is in milliseconds. */
export type PendingEvent<T = unknown> = { id: string; type: string; at: number; payload: T };
