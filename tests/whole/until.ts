/** Waits until it holds; after its time the failure says what did not come about. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number, what: () => string, everyMs = 50): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${withinMs / 1000} s: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
