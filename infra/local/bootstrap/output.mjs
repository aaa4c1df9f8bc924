/** Lines of progress with the time since the start; a person is never left without one for long. */
export function progress({ write = toStderr, now = () => performance.now(), tickMs = 60_000 } = {}) {
  const begun = now();
  const elapsed = () => formatElapsed(now() - begun);
  return {
    say: (line) => write(`[${elapsed()}] ${line}`),
    /** Runs a step; a line when it ends, and one now and then while it lasts. */
    step: async (title, work) => {
      const from = now();
      const ticker = setInterval(() => write(`[${elapsed()}] ${title}: still at it`), tickMs);
      try {
        const result = await work();
        write(`[${elapsed()}] ${title}: done in ${formatElapsed(now() - from)}`);
        return result;
      } finally {
        clearInterval(ticker);
      }
    },
    elapsed,
  };
}

/** 75 000 ms → `1m15s`. */
export function formatElapsed(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, '0')}s`;
}

function toStderr(line) {
  process.stderr.write(`${line}\n`);
}
