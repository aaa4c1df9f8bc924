import { broken, type Finding, grouped } from './finding.ts';
import { monthIdOf, type RecordedAct, type RecordedMonth, type Snapshot } from './snapshot.ts';

const counted = ['due', 'applied', 'onBehalf', 'late', 'absent', 'objections'] as const;
type Recount = Record<(typeof counted)[number], number>;

/** The counters of a month equal the sums over its acts. */
export function checkCounters({ acts, months }: Pick<Snapshot, 'acts' | 'months'>): Finding[] {
  const byMonth = grouped(acts, monthIdOf);
  return months.flatMap((month) => {
    const recount = recountOf(month, byMonth.get(month._id) ?? []);
    const wrong = counted.filter((name) => month.counters[name] !== recount[name]);
    return wrong.map((name) => broken(`${month._id} counts ${month.counters[name]} ${name}, its acts make ${recount[name]}`));
  });
}

function recountOf({ stage, state }: RecordedMonth, acts: readonly RecordedAct[]): Recount {
  const effective = acts.filter(({ status }) => status === 'effective');
  const leavers = new Set(state.participants.flatMap(({ memberId, left }) => (left && !isResolved(state, memberId) ? [memberId] : [])));
  const ofThoseWhoStay = effective.filter(({ memberId = '' }) => !leavers.has(memberId));
  const applications = ofThoseWhoStay.filter(({ content }) => content.kind === 'application');
  const onBehalf = applications.filter((act) => act.onBehalf).length;
  const dueOf = (act: RecordedAct) =>
    state.participants.find(({ memberId }) => memberId === act.memberId)?.applicationBy ?? state.applicationBy;
  const late = applications.filter((act) => !act.onBehalf && act.at >= dueOf(act)).length;
  const due = state.participants.length - leavers.size;
  const onPaper = appliedOnPaper(effective);
  return {
    due,
    onBehalf,
    late,
    applied: applications.length - onBehalf - late + onPaper,
    absent: stage === 'applying' ? 0 : due - applications.length - onPaper,
    objections: effective.filter(({ content }) => content.kind === 'object').length,
  };
}

/** Whoever left after a meeting had resolved their line stays in its list. */
const isResolved = ({ rounds }: RecordedMonth['state'], member: string): boolean =>
  rounds.some(
    ({ status, lines }) =>
      status !== 'returned' && lines.some(({ memberId, standing }) => memberId === member && !['left', 'moved-away'].includes(standing)),
  );

/** An imported month has its applications in its lines. */
function appliedOnPaper(acts: readonly RecordedAct[]): number {
  const lines = acts.flatMap(({ content }) => (content.kind === 'bring-in' ? (content.lines ?? []) : []));
  return lines.filter(({ task }) => typeof task !== 'number' && task.kind !== 'not-applied').length;
}
