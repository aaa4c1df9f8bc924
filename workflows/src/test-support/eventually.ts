/** Tries again until it succeeds; also used outside of jest, where the test kit cannot be loaded. */
export async function eventually<T>(attempt: () => Promise<T> | T, withinMs = 120_000): Promise<T> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (Date.now() >= giveUpAt) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
