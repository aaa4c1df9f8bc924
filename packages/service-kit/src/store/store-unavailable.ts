const unavailable = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoTopologyClosedError',
  'MongooseServerSelectionError',
  'MaxRetriesPerRequestError',
]);

/** Whether the record (or Redis) is unavailable: the answer is 503, to be retried. */
export function isStoreUnavailable(error: unknown): boolean {
  return error instanceof Error && (unavailable.has(error.name) || isStoreUnavailable(error.cause));
}
