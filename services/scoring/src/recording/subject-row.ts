import type { BranchCard, KeptState, Subject } from '@jifen/contracts';
import type { Result } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { Act } from '../acts/act.store.ts';
import type { RecordRefusal } from '../acts/refusal.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { EffectRefusal } from '../month-acts/effect.ts';

/** What every record holds of its acts. */
type Recorded = { version: number; path: string; actIds: readonly string[] };

/** What a subject of acts has: its store, its judge, the effect of an act on it, and the process that holds it. */
export type SubjectRow<R extends Recorded, Reason> = {
  find(subject: Subject): Promise<R | undefined>;
  /** The record with every act that was effective at once; `seen`, if it is given, spares reading it. */
  upToDate(subject: Subject, seen?: R): Promise<R | undefined>;
  /** Compare and set on the version, with the events of the same write. */
  update(record: R, events: readonly PendingEvent[]): Promise<'written' | 'outdated'>;
  /** Effective from the moment it is recorded; all others are sent to a process first. */
  isEffectiveAtOnce(act: Pick<Act, 'kind'>): boolean;
  /** The branch as it is now, whose posts decide; nothing for an act that rests on no post. */
  branchOf(act: Pick<Act, 'kind' | 'branchId'>): Promise<BranchCard | undefined>;
  /** Whether the act could take effect now; nothing is written. */
  judge(record: R, act: Act, branch: BranchCard | undefined): Promise<Result<unknown, Reason>>;
  effect(record: R, act: Act, branch: BranchCard | undefined): Promise<Result<{ record: R; events: PendingEvent[] }, Reason>>;
  /** What the other subjects hear of an act that is in force. */
  propagated(record: R, act: Act): PendingEvent[];
  /** Brings what is effective at once into the record. Many at a time are one write. */
  takeIn(subject: Subject, seen: R): Promise<R | undefined>;
  processOf(act: Act, withdrawn: Act | undefined): string;
  stateOf(record: R): KeptState;
  /** What an audit record of the act names as its target. */
  targetOf(act: Act): string;
};

/** What a branch's month says against an act. */
export type MonthRefusal = EffectRefusal | RecordRefusal;

/** A new subject is one row. */
export type Subjects = { [Kind in Subject['kind']]: SubjectRow<BranchMonthRecord, MonthRefusal> };
