import { clockScreen, openMonthRequest } from '@jifen/contracts';
import { inParallel, insist } from '../../infra/demo/src/world.ts';
import type { SignedIn } from './console.ts';
import { pause, postsOf, readMonth } from './desk.ts';
import type { BranchMonthScript, Script } from './script.ts';
import { applying, filed, filing, inPublicity, meeting, type Next, posting, registering, reviewing } from './steps.ts';

/** `department` is the county's; it opens the months and, in this demo, moves the time. */
export type Stage = { person: SignedIn; department: string; say: (line: string) => void };

const branchesAtOnce = 4;
const patienceMs = 120_000;

const steps = { applying, registering, reviewing, meeting, posting, publicity: inPublicity, filing, filed } as const;

/** Plays all months from the present instant: everybody does what the script has for it, then time is moved to the next awaited instant. */
export async function play(stage: Stage, { months }: Script, begins: number): Promise<void> {
  let now = begins;
  const wakesAt = new Map<BranchMonthScript, number>(months.map((month) => [month, opensAt(month, now)]));
  while (wakesAt.size > 0) {
    const due = [...wakesAt].filter(([, at]) => at <= now).map(([month]) => month);
    await inParallel(due, branchesAtOnce, async (month) => {
      const next = await work(stage, month, now);
      if (next === 'closed') wakesAt.delete(month);
      else wakesAt.set(month, next);
    });
    stage.say(`${minuteOf(now)}  ${due.length} worked on, ${wakesAt.size} of ${months.length} months are open or to come`);
    if (wakesAt.size === 0) return;
    now = Math.min(...wakesAt.values());
    await insist({ pause }, stage.person(stage.department), {
      method: 'post',
      path: '/clock/advance',
      body: { to: now },
      response: clockScreen,
      repeatable: true,
    });
  }
}

const minuteOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** A month is opened on its first day. */
const opensAt = ({ period }: BranchMonthScript, begins: number) => Math.max(begins, Date.parse(`${period}-01T09:00:00+08:00`));

/** Does everything that a branch has to do in its month at this instant; answers the next awaited instant. */
async function work(stage: Stage, script: BranchMonthScript, now: number): Promise<number | 'closed'> {
  await open(stage, script);
  const { recorder } = postsOf(script);
  const desk = { script, person: stage.person, now };
  const end = Date.now() + patienceMs;
  for (;;) {
    const view = await readMonth(desk, recorder);
    if (view.stage === 'closed') return 'closed';
    const next: Next = await steps[view.stage](desk, view);
    if (next !== 'look-again' && next > now) return next;
    if (Date.now() > end) throw new Error(`${script.branch.id}/${script.period} does not leave ${view.stage}`);
    if (next !== 'look-again') await pause();
  }
}

const opened = new WeakSet<BranchMonthScript>();

async function open({ person, department }: Stage, script: BranchMonthScript): Promise<void> {
  if (opened.has(script)) return;
  const body = { branchId: script.branch.id, period: script.period };
  const request = { method: 'post', path: '/branch-months', body, response: openMonthRequest.loose(), repeatable: true } as const;
  await insist({ pause }, person(department), request);
  opened.add(script);
}
