import type { ObjectionView } from '@jifen/contracts';
import { type Objection, objectionNumber, objectionsOf } from '@jifen/domain';
import type { Act, ActContent } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { amountOf, postedAmount } from '../branch-months/lines.ts';

type Material = { record: BranchMonthRecord; acts: readonly Act[] };
type Raising = Extract<ActContent, { kind: 'object' }>;

/** The objections of a month with their answers, in the order in which they were raised. */
export const objectionViews = (record: BranchMonthRecord, acts: readonly Act[]): ObjectionView[] =>
  objectionsOf(record.state).map(({ round, objection }) => viewOf({ record, acts }, round, objection));

function viewOf({ record, acts }: Material, round: number, objection: Objection): ObjectionView {
  const { objectionId, lineMemberId, component: objected, at, answer } = objection;
  const raised = acts.find((act) => act._id === objectionId)?.content;
  const said = raised?.kind === 'object' ? raised : undefined;
  const component = objected === 'honour' ? 'reward' : objected;
  const posted = said?.posted ?? (answer?.upheld ? undefined : postedAmount(record, { round, memberId: lineMemberId, component }));
  const lastDay = record.objectionWaits?.find((wait) => wait.objectionId === objectionId)?.lastDay;
  return {
    objectionId,
    round,
    number: objectionNumber(record.state, objectionId),
    memberId: lineMemberId,
    component,
    objector: objectorView(record, objection, said),
    ...entryOf(record, objection, said),
    raisedAt: at,
    statement: said?.statement ?? '',
    ...(posted === undefined ? {} : { posted }),
    ...(said?.wish === undefined ? {} : { wish: said.wish }),
    ...(lastDay === undefined ? {} : { lastDay }),
    status: answer === null ? 'open' : answer.upheld ? 'upheld' : 'rejected',
    ...(answer ? answerOf({ record, acts }, answer, component) : {}),
  };
}

const nameOf = ({ participants }: BranchMonthRecord, isThey: (one: BranchMonthRecord['participants'][number]) => boolean) =>
  participants.find(isThey)?.name;
const named = <K extends string>(key: K, name: string | undefined) =>
  (name === undefined ? {} : { [key]: name }) as { [key in K]?: string };

function objectorView(record: BranchMonthRecord, { raisedBy }: Objection, said: Raising | undefined): ObjectionView['objector'] {
  if (raisedBy === undefined) return { kind: 'outsider', ...named('name', said?.objector?.name) };
  const name = nameOf(record, ({ memberId }) => memberId === raisedBy) ?? said?.objector?.name;
  return { kind: 'member', memberId: raisedBy, ...named('name', name) };
}

function entryOf(record: BranchMonthRecord, { enteredBy }: Objection, said: Raising | undefined): Pick<ObjectionView, 'onBehalf'> {
  if (said?.way === undefined) return {};
  const name = nameOf(record, ({ personId }) => personId === enteredBy);
  return { onBehalf: { way: said.way, ...named('enteredBy', name) } };
}

type Answer = NonNullable<Objection['answer']>;

function answerOf({ record, acts }: Material, { actId, by, at }: Answer, component: ObjectionView['component']) {
  const answered = acts.find((act) => act._id === actId)?.content;
  const answeredBy = nameOf(record, ({ personId }) => personId === by);
  const given = { answeredAt: at, ...named('answeredBy', answeredBy) };
  if (answered?.kind !== 'answer-objection') return given;
  const { answer, change } = answered;
  return { ...given, answer, ...(change ? { changedTo: amountOf(change, component) } : {}) };
}
