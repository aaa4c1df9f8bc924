/** What it comes to; nothing where it fails or takes longer. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  return Promise.race([work.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}

/** Whether it succeeds before that. */
export const succeedsInTime = async (work: Promise<unknown>, ms: number): Promise<boolean> =>
  (await inTime(
    work.then(() => true),
    ms,
  )) ?? false;
