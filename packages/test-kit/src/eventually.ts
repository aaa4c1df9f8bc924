/** Tries the assertion again until it passes; its last failure is the test's failure. Default: 30 s, every 50 ms. */
export async function eventually<T>(assertion: () => T | Promise<T>, { withinMs = 30_000, everyMs = 50 } = {}): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await assertion();
    } catch (failure) {
      if (Date.now() >= deadline) throw failure;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
}
