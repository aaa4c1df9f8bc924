import type { BranchMonthScreen, MonthRow, ObjectionBody } from '@jifen/contracts';
import { pointsTyped } from '../../parts/form/entry-draft.ts';
import { inOrder } from './lines.ts';

export type Objection = Omit<ObjectionBody, 'actId'>;
type OnBehalf = NonNullable<ObjectionBody['onBehalf']>;

/** An objection while it is typed. */
export type ObjectionDraft = Pick<ObjectionBody, 'component' | 'statement'> & {
  memberId?: string;
  wish: string;
  way?: OnBehalf['way'];
  from: 'member' | 'outsider';
  objector?: string;
  outsider: string;
};

export const emptyObjection: ObjectionDraft = { component: 'task', statement: '', wish: '', from: 'member', outsider: '' };

/** Only of a complete draft. Without a way it is one's own. */
export function objectionOf({ memberId = '', component, statement, wish, ...draft }: ObjectionDraft, round: number): Objection {
  const { way, from, objector, outsider } = draft;
  const whose = from === 'outsider' ? { outsider: outsider.trim() } : { memberId: objector };
  return {
    round,
    memberId,
    component,
    statement: statement.trim(),
    ...(wish.trim() === '' ? {} : { wish: pointsTyped(wish) }),
    ...(way === undefined ? {} : { onBehalf: { way, ...whose } }),
  };
}

/** Whose lines one may object to: those of the posted list, and those of it that are held back already. */
export function linesPosted({ publications, round, rows }: Pick<BranchMonthScreen, 'publications' | 'round' | 'rows'>): MonthRow[] {
  const list = publications.find((one) => one.round === round);
  const isHeldBack = ({ memberId, resolved }: MonthRow) => resolved !== undefined && list?.heldBack.includes(memberId);
  return inOrder(rows, 'roster').filter((row) => list?.memberIds.includes(row.memberId) || isHeldBack(row));
}
