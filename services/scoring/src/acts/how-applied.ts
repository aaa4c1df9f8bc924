import type { HowApplied } from '@jifen/contracts';
import type { Act } from './act.store.ts';

type Month = { participants: readonly { personId: string; name: string }[] };

/** Read from the application's act; nothing where a line rests on none. */
export function howApplied({ participants }: Month, act: Act | undefined): HowApplied {
  if (act?.content.kind !== 'application') return {};
  const { lateReason, onBehalf } = act.content;
  const name = participants.find(({ personId }) => personId === act.by.personId)?.name;
  const enteredBy = { role: act.by.role, ...(name === undefined ? {} : { name }) };
  return {
    ...(lateReason === undefined ? {} : { lateReason }),
    ...(onBehalf?.paperSignedOn === undefined ? {} : { paper: { signedOn: onBehalf.paperSignedOn, enteredBy } }),
    ...(onBehalf?.way === 'telephone' ? { telephone: { enteredBy } } : {}),
  };
}
