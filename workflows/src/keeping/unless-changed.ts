import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';

export type Attempt<T> = { status: 'done'; value: T } | { status: 'failed'; error: unknown } | { status: 'interrupted' };

/** Waits for the work until something changes; the work is then called off and may be asked for again. */
export async function unlessChanged<T>(work: () => Promise<T>, changed: () => boolean): Promise<Attempt<T>> {
  const scope = new CancellationScope();
  let over = false;
  const attempt = scope
    .run(work)
    .then((value): Attempt<T> => ({ status: 'done', value }), toFailure<T>)
    .finally(() => {
      over = true;
    });
  await condition(() => over || changed());
  if (!over) scope.cancel();
  return attempt;
}

function toFailure<T>(error: unknown): Attempt<T> {
  return isCancellation(error) ? { status: 'interrupted' } : { status: 'failed', error };
}
