import { bandRows, type SchemeRow, schemeRows, words } from '@jifen/wording';
import type { TableColumnsType } from 'antd';
import { WideTable } from '../../parts/wide-table.tsx';

type Scheme = Parameters<typeof schemeRows>[0];
/** A scheme as scoring sends it, which has checked its format. */
export const schemeIn = (scheme: Readonly<Record<string, unknown>>): Scheme => scheme as unknown as Scheme;

const said = words.schemes.table;
type Row = SchemeRow & { key: number };

const columns: TableColumnsType<Row> = [
  {
    key: 'part',
    title: said.part,
    width: 240,
    render: (_value, { title, depth, sample }) => (
      <span className="scheme-part" data-depth={Math.min(depth, 5)}>
        {title}
        {sample ? <small className="muted">{said.sample}</small> : null}
      </span>
    ),
  },
  { key: 'worth', title: said.worth, dataIndex: 'worth' },
  { key: 'limits', title: said.limits, dataIndex: 'limits', width: 160 },
];

/** Parts, amounts, caps and bands of a scheme. */
export function SchemeTable({ scheme }: { scheme: Scheme }) {
  const rows = schemeRows(scheme).map((row, key) => ({ ...row, key }));
  return (
    <div className="stack">
      <WideTable<Row> label={said.label} width={720} columns={columns} dataSource={rows} />
      <Bands scheme={scheme} />
    </div>
  );
}

const bandColumns: TableColumnsType<ReturnType<typeof bandRows>[number] & { key: number }> = [
  { key: 'who', title: said.who, dataIndex: 'who' },
  { key: 'grade', title: said.grade, dataIndex: 'grade' },
  { key: 'points', title: said.points, dataIndex: 'points' },
];

function Bands({ scheme }: { scheme: Scheme }) {
  const rows = bandRows(scheme).map((row, key) => ({ ...row, key }));
  if (rows.length === 0) return <span className="muted">{said.noGrades}</span>;
  return <WideTable label={said.grades} width={420} columns={bandColumns} dataSource={rows} />;
}
