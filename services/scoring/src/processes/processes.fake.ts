import type { ApplyAnswer, BranchMonthInput, DecideMessage } from '@jifen/contracts';
import type { Processes, ProcessSignal } from './processes.ts';

/** How the process behaves: it applies at once, refuses, is not there yet, or says nothing in time. */
export type ProcessMood = 'applies' | 'not-yet' | 'unreachable' | { refuses: string };

export type FakeProcesses = Processes & {
  mood: ProcessMood;
  sent: { workflowId: string; message: DecideMessage }[];
  signals: ProcessSignal[];
  started: BranchMonthInput[];
};

/** Applies decisions as a worker would, through `apply`. */
export function fakeProcesses(apply: (actId: string) => Promise<ApplyAnswer>): FakeProcesses {
  const fake: FakeProcesses = {
    mood: 'applies',
    sent: [],
    signals: [],
    started: [],
    startBranchMonth: async (input) => {
      refuseWhenAway(fake);
      fake.started.push(input);
    },
    decide: async (workflowId, message) => {
      fake.sent.push({ workflowId, message });
      if (typeof fake.mood === 'object') return { outcome: 'refused', code: fake.mood.refuses };
      if (fake.mood !== 'applies') return { outcome: fake.mood };
      const answer = await apply(message.actId);
      return answer.outcome === 'effective' ? { outcome: 'effective' } : { outcome: 'refused', code: answer.code };
    },
    signal: async (signal) => {
      refuseWhenAway(fake);
      fake.signals.push(signal);
      return 'delivered';
    },
    check: async () => refuseWhenAway(fake),
  };
  return fake;
}

function refuseWhenAway({ mood }: FakeProcesses): void {
  if (mood === 'unreachable') throw new Error('Temporal cannot be reached');
}
