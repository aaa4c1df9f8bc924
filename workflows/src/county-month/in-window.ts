/** Does the work for each item, never for more than `size` of them at the same time; the answers are in the order of the items. */
export async function inWindow<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: size }, lane));
  return answers;
}
