import type { MemberWait, ToldWait } from '@jifen/contracts';

/** One time at which somebody is told of what waits. */
export type Telling = ToldWait & { level: number };

/** What is still to be told, the earliest first. */
export function stillToTell(waits: readonly MemberWait[], told: readonly ToldWait[]): Telling[] {
  const isTold = ({ step, at, n }: ToldWait) => told.some((one) => one.step === step && one.at === at && one.n === n);
  return waits
    .flatMap(({ step, reminders }) => reminders.map((reminder) => ({ step, ...reminder })))
    .filter((telling) => !isTold(telling))
    .sort((one, other) => one.at - other.at);
}
