/**
 * Runs jobs in so many lanes: a lane that is free takes the first job for which everything named in `after` has ended. Once a job has thrown,
 * none begins any more; it is thrown when those under way have ended.
 * @template {{ name: string, after?: string[] }} Job
 * @param {Job[]} jobs @param {{ lanes: number, run: (job: Job) => Promise<void> }} how
 */
export async function inLanes(jobs, { lanes, run }) {
  const waiting = [...jobs];
  const underway = new Map();
  const failures = [];
  const mayBegin = ({ after = [] }) => !after.some((name) => underway.has(name) || waiting.some((job) => job.name === name));
  const begin = (job) => {
    waiting.splice(waiting.indexOf(job), 1);
    const ended = () => underway.delete(job.name);
    underway.set(
      job.name,
      run(job)
        .catch((error) => failures.push(error))
        .then(ended),
    );
  };
  for (;;) {
    for (let next = waiting.find(mayBegin); next && underway.size < lanes && failures.length === 0; next = waiting.find(mayBegin))
      begin(next);
    if (underway.size === 0) break;
    await Promise.race(underway.values());
  }
  if (failures.length > 0) throw failures[0];
}
