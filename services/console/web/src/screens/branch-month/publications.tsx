import type { BranchMonthScreen, PublicationView } from '@jifen/contracts';
import { publicationStatusNames, words } from '@jifen/wording';
import { Tag } from 'antd';
import { LinkButton } from '../../parts/buttons.tsx';
import { Panel } from '../../parts/page.tsx';

/** Round after round: what was posted where, until when, and its receipt. */
export function Publications({ month }: { month: BranchMonthScreen }) {
  if (month.publications.length === 0) return null;
  const nameOf = (memberId: string) => month.rows.find((row) => row.memberId === memberId)?.name ?? '';
  return (
    <Panel title={words.publication.title}>
      <ul className="plain-list">
        {month.publications.map((publication) => (
          <Publication key={publication.round} month={month} publication={publication} nameOf={nameOf} />
        ))}
      </ul>
    </Panel>
  );
}

type PublicationProps = { month: BranchMonthScreen; publication: PublicationView; nameOf: (memberId: string) => string };

function Publication({ month, publication, nameOf }: PublicationProps) {
  const { round, status, supplement, memberIds, heldBack, lastDay, receiptNumber, returned } = publication;
  const lines = [
    words.publication.count(memberIds.length, heldBack.length),
    ...(month.broughtIn ? onPaper(publication) : [postedLine(publication)]),
    lastDay === undefined ? undefined : words.publication.until(lastDay),
    receiptNumber === undefined ? undefined : words.publication.receipt(receiptNumber),
    heldBack.length === 0 ? undefined : words.branchMonth.heldBackNames(words.shell.names(heldBack.map(nameOf))),
    returned === undefined ? undefined : words.publication.returned(returned.reason),
    ...changedSince(month, publication),
  ];
  return (
    <li className="todo">
      <div>
        <span className="strong">{words.publication.listTitle(round, supplement)}</span> <Tag>{publicationStatusNames[status]}</Tag>
        {lines.map((line) => (line === undefined ? null : <div key={line}>{line}</div>))}
      </div>
      <LinkButton to={`/print/publicity/${month.branchId}/${listedIn(month, publication)}/${round}`} target="_blank">
        {words.branchMonth.printPublicity}
      </LinkButton>
    </li>
  );
}

/** What the ledger says now where it differs from the list on the wall. */
const changedSince = ({ rows }: BranchMonthScreen, { posted = [] }: PublicationView): string[] =>
  posted.flatMap(({ memberId, yearToDate }) => {
    const row = rows.find((one) => one.memberId === memberId);
    if (row?.yearToDate === undefined || row.yearToDate === yearToDate) return [];
    return [words.branchMonth.changedSince(row.name, yearToDate, row.yearToDate)];
  });

/** A list of several months is that of their closing month. */
const listedIn = ({ period, joint }: BranchMonthScreen, { supplement }: PublicationView) =>
  supplement ? period : (joint?.closing ?? period);

const postedLine = ({ postedOn, place }: PublicationView) =>
  postedOn === undefined ? undefined : words.publication.postedLine(postedOn, place ?? '');

const onPaper = ({ postedOn, filedAt }: PublicationView) => [
  postedOn === undefined ? undefined : words.earlierMonths.posted(postedOn),
  filedAt === undefined ? undefined : words.earlierMonths.filed(filedAt),
];
