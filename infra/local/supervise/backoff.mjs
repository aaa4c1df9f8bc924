const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** The wait before the next start after a number of crashes in a row: 1 s, 2 s, 4 s … 30 s. */
export function backoffMs(crashesInARow) {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, crashesInARow - 1));
}
