import { words } from '@jifen/wording';
import { Alert, Modal, type TableColumnsType } from 'antd';
import { WideTable } from '../../parts/wide-table.tsx';
import { isGood, type PasteColumn, type Pasted, type PastedLine } from './paste.ts';

const said = words.registration.paste;

type PastePreviewProps = { pasted: Pasted; onApply: () => void; onClose: () => void };

/** What was pasted, line by line, before any of it is filled in. */
export function PastePreview({ pasted: { lines, extraColumns }, onApply, onClose }: PastePreviewProps) {
  const nowhere = lines.filter((line) => line.nowhere !== undefined).length;
  const good = lines.filter(isGood).length;
  return (
    <Modal
      title={said.title}
      open
      width={720}
      centered
      closable={false}
      onOk={onApply}
      onCancel={onClose}
      okText={said.apply(lines.length - nowhere)}
      okButtonProps={{ autoFocus: true, disabled: nowhere === lines.length }}
    >
      <div className="stack">
        <span>{said.summary({ all: lines.length, good, nowhere })}</span>
        {extraColumns > 0 ? <span className="changed">{said.extraColumns(extraColumns)}</span> : null}
        <WideTable<PastedLine> label={said.title} width={560} rowKey="at" dataSource={[...lines]} columns={columns} />
      </div>
    </Modal>
  );
}

const columns: TableColumnsType<PastedLine> = [
  { key: 'name', title: said.columns.name, width: 90, render: (_value, { called, at }) => called || said.line(at) },
  { key: 'task', title: said.columns.task, width: 90, render: (_value, line) => <Change line={line} column="task" /> },
  { key: 'check', title: said.columns.check, width: 150, render: (_value, line) => <Check line={line} /> },
  { key: 'note', title: said.columns.note, render: (_value, line) => <Change line={line} column="note" /> },
];

function Change({ line: { cells, nowhere, text }, column }: { line: PastedLine; column: PasteColumn }) {
  const cell = cells[column];
  if (nowhere !== undefined && column === 'note') return <span className="muted">{text}</span>;
  return cell ? <span className="num">{said.change(cell.now, cell.pasted)}</span> : null;
}

function Check({ line: { nowhere, cells } }: { line: PastedLine }) {
  const wrong = nowhere ?? Object.values(cells).flatMap((cell) => cell.wrong ?? [])[0];
  return wrong === undefined ? <span className="muted">{said.good}</span> : <span className="field-error">{wrong}</span>;
}

/** What found no row: it stays in sight, so that somebody can type it where it belongs. */
export function NotFilledIn({ lines, onClose }: { lines: readonly PastedLine[]; onClose: () => void }) {
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose }}
      title={said.notFilledIn(lines.length)}
      description={words.shell.sentences(
        lines.map(({ called, at, text, nowhere = '' }) => said.left(called || said.line(at), text, nowhere)),
      )}
    />
  );
}
