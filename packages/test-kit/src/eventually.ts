/** Tries the assertion again until it passes; its last failure is the test's failure. Default: 10 s, every 50 ms. */
export async function eventually<T>(assertion: () => T | Promise<T>, { withinMs = 10_000, everyMs = 50 } = {}): Promise<T> {
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
