import {
  type ApplyAnswer,
  type BranchMonthInput,
  type CountyMonthInput,
  type DecideMessage,
  type MemberMonthInput,
  type PublicationInput,
  processIds,
} from '@jifen/contracts';
import type { ProcessSignal } from '../outbox/signals.ts';
import type { Processes, Started } from './processes.ts';

/** How the process behaves: it applies at once, refuses, is not there yet, or says nothing in time. */
export type ProcessMood = 'applies' | 'not-yet' | 'unreachable' | { refuses: string };

export type FakeProcesses = Processes & {
  mood: ProcessMood;
  sent: { workflowId: string; message: DecideMessage }[];
  signals: ProcessSignal[];
  started: BranchMonthInput[];
  startedAlone: (MemberMonthInput | PublicationInput)[];
  /** The ids of all that run or have ended well. */
  present: Set<string>;
  startedCounties: CountyMonthInput[];
};

/** Applies decisions as a worker would, through `apply`. */
export function fakeProcesses(apply: (actId: string) => Promise<ApplyAnswer>): FakeProcesses {
  const fake: FakeProcesses = {
    mood: 'applies',
    sent: [],
    signals: [],
    started: [],
    startedAlone: [],
    startedCounties: [],
    present: new Set(),
    startBranchMonth: async (input) => start(fake, processIds.branchMonth(input.branchId, input.period), () => fake.started.push(input)),
    startMemberMonth: async (input) =>
      start(fake, processIds.memberMonth(input.memberId, input.period), () => fake.startedAlone.push(input)),
    startPublication: async (input) =>
      start(fake, processIds.publication(input.branchId, input.period, input.state.round), () => fake.startedAlone.push(input)),
    missing: async (workflowIds) => {
      refuseWhenAway(fake);
      return workflowIds.filter((workflowId) => !fake.present.has(workflowId));
    },
    startCountyMonth: async (input) =>
      start(fake, processIds.countyMonth(input.countyId, input.period), () => fake.startedCounties.push(input)),
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

function start(fake: FakeProcesses, workflowId: string, note: () => void): Started {
  refuseWhenAway(fake);
  if (fake.present.has(workflowId)) return 'present';
  fake.present.add(workflowId);
  note();
  return 'started';
}

function refuseWhenAway({ mood }: FakeProcesses): void {
  if (mood === 'unreachable') throw new Error('Temporal cannot be reached');
}
