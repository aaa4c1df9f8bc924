/** Waits for a condition; after the time limit the failure names it. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number, what: () => string, everyMs = 50): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${withinMs / 1000} s: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
