import type { BranchMonthView, JointRow, JointView, LineValuesShape, MonthRow, ObjectionView, PublicationView } from '@jifen/contracts';

const hidden: LineValuesShape = { deductions: [], task: 0, rewards: [] };
const isPosted = ({ status }: PublicationView) => status !== 'posting' && status !== 'returned';

/**
 * What a member without a post sees of their branch's month: their own line, and of the others what the publicity list shows
 * (names and totals of posted lists). A list of what is shown, so that a new field stays hidden until somebody decides.
 */
export function forPlainMember(view: BranchMonthView, memberId: string | undefined): BranchMonthView {
  const onLists = new Set(view.publications.filter(isPosted).flatMap(({ memberIds }) => memberIds));
  const isOwn = (row: MonthRow) => row.memberId === memberId;
  return {
    branchId: view.branchId,
    branchName: view.branchName,
    organisation: view.organisation,
    committeeName: view.committeeName,
    period: view.period,
    sector: view.sector,
    ...(view.broughtIn === undefined ? {} : { broughtIn: view.broughtIn }),
    stage: view.stage,
    round: view.round,
    rosterHash: view.rosterHash,
    ceiling: view.ceiling,
    items: view.items,
    hasCommittee: view.hasCommittee,
    reviewers: view.reviewers,
    deadlines: view.deadlines,
    ...(view.next === undefined ? {} : { next: view.next }),
    ...(view.meetingOn === undefined ? {} : { meetingOn: view.meetingOn }),
    ...(view.joint === undefined ? {} : { joint: jointForMember(view.joint, { onLists, memberId }) }),
    ...(view.decidedWith === undefined ? {} : { decidedWith: view.decidedWith }),
    openBefore: view.openBefore,
    waitingFor: view.waitingFor.filter((waited) => waited.role !== 'member' || waited.memberId === memberId),
    counters: view.counters,
    rows: view.rows.filter((row) => isOwn(row) || onLists.has(row.memberId)).map((row) => (isOwn(row) ? row : listedRow(row))),
    meeting: { ...view.meeting, held: [] },
    publications: view.publications.map((list) => publicationForMember(list, memberId)),
    objections: memberId === undefined ? [] : view.objections.flatMap((objection) => objectionForMember(objection, memberId)),
    objectionsTo: view.objectionsTo,
    acts: [],
    allowed: view.allowed,
  };
}

/** Who is held back is theirs alone to see. */
function publicationForMember({ posted, ...list }: PublicationView, memberId: string | undefined): PublicationView {
  const heldBack = list.heldBack.filter((id) => id === memberId);
  const rows = posted?.filter((row) => row.memberId === memberId || list.memberIds.includes(row.memberId));
  return { ...list, heldBack, ...(rows ? { posted: rows } : {}) };
}

/** Their own; and that their own line is objected to, with its answer: who said what is not told, as the words may give away who. */
function objectionForMember(objection: ObjectionView, memberId: string): ObjectionView[] {
  const { onBehalf: _entered, objector, ...said } = objection;
  if (objector.memberId === memberId) return [objection];
  return said.memberId === memberId ? [{ ...said, statement: '', objector: { kind: objector.kind } }] : [];
}

type Seen = { onLists: ReadonlySet<string>; memberId: string | undefined };

/** Of the common list the same: their own row, and of others what was posted. Who has to act in other months is not theirs to see. */
function jointForMember(joint: JointView, { onLists, memberId }: Seen): JointView {
  const isSeen = (row: JointRow) => row.memberId === memberId || onLists.has(row.memberId);
  return {
    ...joint,
    months: joint.months.map((month) => ({ ...month, waitingFor: [] })),
    lists: joint.lists.map((list) => ({
      ...list,
      rows: list.rows.filter(isSeen).map((row) => (row.memberId === memberId ? row : withoutReasons(row))),
    })),
  };
}

const withoutReasons = (row: JointRow): JointRow => ({ ...row, months: row.months.map(({ reason: _reason, ...month }) => month) });

function listedRow(row: MonthRow): MonthRow {
  const { memberId, name, rosterNumber, standing, votes, totals, baseBalance, yearToDate, supplement } = row;
  return {
    memberId,
    name,
    rosterNumber,
    standing,
    class: row.class,
    channel: row.channel,
    votes,
    application: row.application,
    proposed: hidden,
    reasons: [],
    heldBack: false,
    supplement,
    ...(totals === undefined ? {} : { totals }),
    ...(baseBalance === undefined ? {} : { baseBalance }),
    ...(yearToDate === undefined ? {} : { yearToDate }),
  };
}
