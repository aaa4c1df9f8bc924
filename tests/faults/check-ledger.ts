import { broken, doubled, type Finding, grouped, lost, repeated } from './finding.ts';
import { monthIdOf, type RecordedRow, type Snapshot } from './snapshot.ts';

type Books = Pick<Snapshot, 'acts' | 'months' | 'ledger' | 'sheets'>;

/** A row is there once, an act is projected once and completely, and a sheet is the sum of its valid rows. */
export function checkLedger(books: Books): Finding[] {
  return [...checkRows(books.ledger), ...checkProjections(books), ...checkSheets(books)];
}

function checkRows(ledger: readonly RecordedRow[]): Finding[] {
  const reversals = ledger.flatMap(({ reverses }) => reverses ?? []);
  const ids = new Set(ledger.map(({ _id }) => _id));
  return [
    ...repeated(ledger, ({ _id }) => _id).map((id) => doubled(`the ledger has ${id} twice`)),
    ...repeated(reversals, (id) => id).map((id) => doubled(`${id} is reversed twice`)),
    ...reversals.filter((id) => !ids.has(id)).map((id) => broken(`${id} is reversed and is no row`)),
    ...[...grouped(ledger, partOf)].flatMap(([part, rows]) => checkPart(part, rows)),
  ];
}

const partOf = ({ actId, memberId, component }: RecordedRow) => `${actId}/${memberId}/${component}`;

/** The rows of one act for one member and component are numbered from 0. */
function checkPart(part: string, rows: readonly RecordedRow[]): Finding[] {
  const added = new Set(rows.filter(({ reverses }) => reverses === undefined).map(({ _id }) => _id));
  const expected = Array.from({ length: added.size }, (_, index) => `${part}/${index}`);
  const missing = expected.filter((id) => !added.has(id));
  const extra = [...added].filter((id) => !expected.includes(id));
  return [
    ...missing.map((id) => lost(`${id} is missing in the ledger`)),
    ...extra.map((id) => doubled(`${id} was projected beside its act's rows`)),
  ];
}

/** A carried resolution is in the ledger; a withdrawn one has no valid row left. */
function checkProjections({ acts, months, ledger }: Books): Finding[] {
  const byAct = grouped(ledger, ({ actId }) => actId);
  const awaited = new Set(months.flatMap(({ awaitingProjection }) => awaitingProjection ?? []));
  const standing = new Set(standingRows(ledger).map(({ actId }) => actId));
  const resolutions = acts.filter(({ content }) => (content.kind === 'record-meeting' && content.carried) || content.kind === 'bring-in');
  return [
    ...[...awaited].map((id) => broken(`${id} was never projected`)),
    ...resolutions
      .filter(({ _id, status }) => status === 'effective' && !byAct.has(_id))
      .map((act) => lost(`${act._id} (${monthIdOf(act)}) is not in the ledger`)),
    ...resolutions
      .filter(({ _id, status }) => status === 'withdrawn' && standing.has(_id))
      .map((act) => lost(`the withdrawal of ${act._id} (${monthIdOf(act)}) is not in the ledger`)),
  ];
}

function standingRows(ledger: readonly RecordedRow[]): RecordedRow[] {
  const reversed = new Set(ledger.map(({ reverses }) => reverses));
  return ledger.filter((row) => row.reverses === undefined && !reversed.has(row._id));
}

const components = ['base', 'task', 'reward', 'honour'] as const;

function checkSheets({ ledger, sheets }: Books): Finding[] {
  const standing = grouped(standingRows(ledger), ({ memberId, period }) => `${memberId}/${period}`);
  const ids = new Set(sheets.map(({ _id }) => _id));
  const orphans = [...standing.keys()].filter((id) => !ids.has(id)).map((id) => lost(`${id} has rows and no sheet`));
  const wrong = sheets.flatMap(({ _id, totals }) => {
    const rows = standing.get(_id) ?? [];
    const sum = (component: string) => rows.filter((row) => row.component === component).reduce((total, { amount }) => total + amount, 0);
    const off = components.filter((component) => sum(component) !== totals[component]);
    return off.map((component) => broken(`${_id} shows ${component} ${totals[component]}, its rows make ${sum(component)}`));
  });
  return [...orphans, ...wrong];
}
