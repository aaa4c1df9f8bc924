import { broken, doubled, type Finding, grouped, lost, repeated } from './finding.ts';
import { type HistoryEvent, type Known, knownOf } from './history.ts';
import { monthIdOf, type RecordedAct, type RecordedMonth, type Snapshot } from './snapshot.ts';

/** An acknowledged act is there exactly once; a refused one is not; an unknown one may be either. */
export function checkAcknowledged(history: readonly HistoryEvent[], { acts }: Pick<Snapshot, 'acts'>): Finding[] {
  const recorded = grouped(acts, ({ _id }) => _id);
  return knownOf(history).flatMap((known) => judge(known, recorded.get(known.key) ?? []));
}

function judge({ key, op, outcome, value }: Known, found: readonly RecordedAct[]): Finding[] {
  const name = `${op} ${key} (${monthIdOf(value)})`;
  const [act] = found;
  if (found.length > 1) return [doubled(`${name} is recorded ${found.length} times`)];
  if (outcome === 'ok' && !act) return [lost(`${name} was acknowledged and is not recorded`)];
  if (outcome === 'ok' && act?.status === 'refused') return [lost(`${name} was acknowledged (${value.answer}) and is refused`)];
  if (outcome === 'fail' && act && act.status !== 'refused') return [broken(`${name} was refused (${value.answer}) and is ${act.status}`)];
  return [];
}

/** Only one act is live for each business key. */
export function checkBusinessKeys({ acts }: Pick<Snapshot, 'acts'>): Finding[] {
  const live = acts.filter((act) => act.live);
  return repeated(live, ({ businessKey }) => businessKey).map((key) => doubled(`${key} has more than one live act`));
}

/** Every effective act is in its month exactly once, and a month contains only its own acts. */
export function checkEffects({ acts, months }: Pick<Snapshot, 'acts' | 'months'>): Finding[] {
  const byMonth = grouped(acts, monthIdOf);
  return [...months.flatMap((month) => effectsOf(month, byMonth.get(month._id) ?? [])), ...atRest(acts)];
}

function effectsOf({ _id, actIds }: RecordedMonth, acts: readonly RecordedAct[]): Finding[] {
  const contained = new Set(actIds);
  const effective = acts.filter(({ status }) => status === 'effective' || status === 'withdrawn');
  const ids = new Set(effective.map((act) => act._id));
  return [
    ...repeated(actIds, (id) => id).map((id) => doubled(`${id} took effect twice in ${_id}`)),
    ...effective.filter((act) => !contained.has(act._id)).map((act) => lost(`${act._id} is ${act.status} and not in ${_id}`)),
    ...actIds.filter((id) => !ids.has(id)).map((id) => broken(`${_id} contains ${id}, which is no effective act of it`)),
  ];
}

function atRest(acts: readonly RecordedAct[]): Finding[] {
  const waiting = acts.filter(({ status, unfolded }) => status === 'pending' || unfolded);
  return waiting.map(({ _id, status }) => broken(`${_id} is ${status} and still on its way`));
}

/** An act is withdrawn by exactly one withdrawal, and a withdrawal has withdrawn something. */
export function checkWithdrawals({ acts }: Pick<Snapshot, 'acts'>): Finding[] {
  const withdrawn = new Set(acts.filter(({ status }) => status === 'withdrawn').map(({ _id }) => _id));
  const withdrawals = acts.filter(({ status, content }) => status === 'effective' && targetOf(content) !== undefined);
  const targets = withdrawals.map(({ content }) => targetOf(content) ?? '');
  const reached = new Set(targets);
  return [
    ...repeated(targets, (target) => target).map((target) => doubled(`${target} is withdrawn twice`)),
    ...targets.filter((target) => !withdrawn.has(target)).map((target) => lost(`the withdrawal of ${target} had no effect`)),
    ...[...withdrawn].filter((id) => !reached.has(id)).map((id) => broken(`${id} is withdrawn by nobody`)),
  ];
}

/** What a withdrawal takes back. */
function targetOf({ kind, actId, applicationId }: RecordedAct['content']): string | undefined {
  return kind === 'withdraw' ? actId : kind === 'withdraw-application' ? applicationId : undefined;
}
