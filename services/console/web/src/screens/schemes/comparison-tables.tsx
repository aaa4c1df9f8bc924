import type { SchemeComparison } from '@jifen/contracts';
import { conflictName, figureText, tenPoints, unscoredReason, untoldSentence, words } from '@jifen/wording';
import type { TableColumnsType } from 'antd';
import { Counts } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

const said = words.schemes.compare;
type Both = { present: number; draft: number };
type Row<T> = T & { key: number };
const keyed = <T,>(rows: readonly T[]): Row<T>[] => rows.map((row, key) => ({ ...row, key }));

/** How many on either side. */
const bothColumns = <T extends Both>(): TableColumnsType<Row<T>> => [
  { key: 'present', title: said.present, width: 90, render: (_value, { present }) => <span className="num">{present}</span> },
  { key: 'draft', title: said.draft, width: 90, render: (_value, { draft }) => <span className="num">{draft}</span> },
];

/** All of a finished comparison; an empty table is not shown. */
export function ComparisonTables({ comparison }: { comparison: SchemeComparison }) {
  const { higher, lower, same } = comparison;
  const hasGrades = comparison.grades.some(({ title }) => title !== null);
  return (
    <div className="stack">
      <Counts
        counts={[
          [said.higher, words.shell.people(higher)],
          [said.lower, words.shell.people(lower)],
          [said.same, words.shell.people(same)],
        ]}
      />
      <Remarks comparison={comparison} />
      <Totals totals={comparison.totals} />
      {hasGrades ? <Grades comparison={comparison} /> : <span className="muted">{said.noGrades}</span>}
      <Conflicts conflicts={comparison.conflicts} />
      <AffectedTable affected={comparison.affected} />
    </div>
  );
}

function Remarks({ comparison: { withoutTotal, notScored, leftOut } }: { comparison: SchemeComparison }) {
  const remarks = [
    ...notScored.map(({ code, present, draft }) => said.notScored(unscoredReason(code), present, draft)),
    ...(withoutTotal.present + withoutTotal.draft > 0 ? [said.withoutTotal(withoutTotal.present, withoutTotal.draft)] : []),
    ...leftOut.map(({ title, code, count }) => untoldSentence(title, code, count)),
    said.task,
  ];
  return (
    <ul className="plain-list muted">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}

function Totals({ totals }: { totals: SchemeComparison['totals'] }) {
  const columns: TableColumnsType<Row<SchemeComparison['totals'][number]>> = [
    { key: 'points', title: said.points, render: (_value, { from }) => tenPoints(from) },
    ...bothColumns<SchemeComparison['totals'][number]>(),
  ];
  return <Titled title={said.totals} width={400} columns={columns} rows={totals} />;
}

function Grades({ comparison: { grades, changes } }: { comparison: SchemeComparison }) {
  const columns: TableColumnsType<Row<SchemeComparison['grades'][number]>> = [
    { key: 'grade', title: said.grade, render: (_value, { title }) => title ?? said.noGrade },
    ...bothColumns<SchemeComparison['grades'][number]>(),
  ];
  const changeColumns: TableColumnsType<Row<SchemeComparison['changes'][number]>> = [
    { key: 'from', title: said.from, render: (_value, { from }) => from ?? said.noGrade },
    { key: 'to', title: said.to, render: (_value, { to }) => to ?? said.noGrade },
    { key: 'count', title: said.count, width: 90, render: (_value, { count }) => <span className="num">{count}</span> },
  ];
  return (
    <>
      <Titled title={said.grades} width={400} columns={columns} rows={grades} />
      <Titled title={said.changes} width={400} columns={changeColumns} rows={changes} />
    </>
  );
}

function Conflicts({ conflicts }: { conflicts: SchemeComparison['conflicts'] }) {
  const columns: TableColumnsType<Row<SchemeComparison['conflicts'][number]>> = [
    { key: 'conflict', title: said.conflict, render: (_value, { code, title }) => conflictName(code, title) },
    ...bothColumns<SchemeComparison['conflicts'][number]>(),
  ];
  return <Titled title={said.conflicts} width={480} columns={columns} rows={conflicts} />;
}

type Affected = SchemeComparison['affected'][number];

function AffectedTable({ affected }: { affected: readonly Affected[] }) {
  const number = (text: string) => <span className="num">{figureText(text)}</span>;
  const columns: TableColumnsType<Row<Affected>> = [
    { key: 'name', title: said.name, dataIndex: 'name', width: 110 },
    { key: 'branch', title: said.branch, dataIndex: 'branchName' },
    { key: 'present', title: said.present, width: 100, render: (_value, { present }) => number(present) },
    { key: 'draft', title: said.draft, width: 100, render: (_value, { draft }) => number(draft) },
    { key: 'difference', title: said.difference, width: 100, render: (_value, { difference }) => number(difference) },
  ];
  return <Titled title={said.affected} hint={said.affectedHint} width={620} columns={columns} rows={affected} />;
}

type TitledProps<T> = { title: string; hint?: string; width: number; columns: TableColumnsType<Row<T>>; rows: readonly T[] };

function Titled<T>({ title, hint, width, columns, rows }: TitledProps<T>) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="section-title">{title}</h3>
      {hint === undefined ? null : <p className="muted">{hint}</p>}
      <WideTable<Row<T>> label={title} width={width} columns={columns} dataSource={keyed(rows)} />
    </section>
  );
}
