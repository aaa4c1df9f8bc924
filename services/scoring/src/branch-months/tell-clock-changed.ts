import type { Clock } from '@jifen/contracts';
import type { CoreDeps } from '../deps.ts';
import { signals } from '../processes/processes.ts';
import { forEachOpenMonth, processesOf, signalAll } from './open-processes.ts';

/** Business time was moved: every open process arms its timers anew. */
export async function tellClockChanged({ months, processes }: Pick<CoreDeps, 'months' | 'processes'>, clock: Clock): Promise<void> {
  await forEachOpenMonth(months, {}, async (record) => {
    const { holders, members } = processesOf(record);
    await signalAll(
      processes,
      [...holders, ...members].map((workflowId) => signals.clockChanged(workflowId, clock)),
    );
  });
}
