/** Turns single calls into batches: while one batch is written, the next one fills. */
export function createWriteQueue<T>(write: (items: readonly T[]) => Promise<void>, batch: number): (item: T) => Promise<void> {
  type Waiting = { item: T; resolve: () => void; reject: (reason: unknown) => void };
  const waiting: Waiting[] = [];
  let writing = false;

  const drain = async () => {
    writing = true;
    while (waiting.length > 0) {
      const taken = waiting.splice(0, batch);
      const written = write(taken.map(({ item }) => item));
      for (const { resolve, reject } of taken) written.then(resolve, reject);
      await written.catch(() => undefined);
    }
    writing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void drain();
    });
}
