import { type PublicationView, postedRow, publicationView } from '@jifen/contracts';
import { linesListed, localDateOf, type Round } from '@jifen/domain';
import type { BranchMonthRecord, PublicationRecord } from '../branch-months/branch-month.store.ts';

const published = publicationView.shape.status.options;
const publicationStatus = ({ status }: Round) => published.find((one) => one === status);

/** The lists of a month, round by round; a round before its meeting has none yet. */
export function publicationViews(record: BranchMonthRecord): PublicationView[] {
  return record.state.rounds.flatMap((round) => {
    const status = publicationStatus(round);
    return status ? [publicationOf(record, round, status)] : [];
  });
}

function publicationOf(record: BranchMonthRecord, round: Round, status: PublicationView['status']): PublicationView {
  const { posting, filing } = round;
  const { receiptNumber, returned, list, ...noted } = record.publications.find((one) => one.round === round.round) ?? {};
  return {
    round: round.round,
    status,
    supplement: round.origin === 'supplement',
    memberIds: linesListed(round).map(({ memberId }) => memberId),
    heldBack: round.lines.filter(({ standing }) => standing === 'held-back').map(({ memberId }) => memberId),
    ...(posting && list ? { posted: list.map((row) => postedRow.parse(row)) } : {}),
    ...(posting ? { postedOn: posting.postedOn, place: posting.place, lastDay: localDateOf(posting.publicityEndsAt - 1) } : {}),
    ...(filing ? { filedAt: filing.at } : {}),
    ...(record.broughtIn ? onPaper(noted) : {}),
    ...(receiptNumber === undefined ? {} : { receiptNumber }),
    ...(returned === undefined ? {} : { returned }),
  };
}

/** What was posted and filed on paper passed no step of the record. */
function onPaper({ postedOn, filedAt }: Partial<PublicationRecord>): Pick<PublicationView, 'postedOn' | 'filedAt'> {
  return { ...(postedOn === undefined ? {} : { postedOn }), ...(filedAt === undefined ? {} : { filedAt }) };
}
