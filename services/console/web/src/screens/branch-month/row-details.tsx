import type { BranchMonthScreen, EntryLine, LineValuesShape, MonthRow, SchemeItems } from '@jifen/contracts';
import { formatInstant, formatSigned, itemName, reasonStepNames, words } from '@jifen/wording';
import { HowApplied } from '../../parts/how-applied.tsx';

/** What stands behind a line: each item with its basis, each reason with its step. */
export function RowDetails({ row, month }: { row: MonthRow; month: BranchMonthScreen }) {
  const shown = row.resolved ?? row.reviewed ?? row.registered ?? row.claimed ?? row.proposed;
  return (
    <div className="stack-small">
      <Entries title={words.line.deductions} sign={-1} items={month.items.deductions} entries={shown.deductions} />
      <Entries title={words.line.rewards} sign={1} items={month.items.rewards} entries={shown.rewards} />
      {row.reasons.map(({ step, reason }) => (
        <div key={`${step}${reason}`}>
          <span className="muted">{words.shell.labelled(reasonStepNames[step])}</span>
          {reason}
        </div>
      ))}
      {row.appliedAt === undefined ? null : <span className="muted">{words.application.submittedAt(formatInstant(row.appliedAt))}</span>}
      <HowApplied how={row} />
      <Objection month={month} memberId={row.memberId} />
    </div>
  );
}

type EntriesProps = { title: string; sign: 1 | -1; items: SchemeItems['rewards']; entries: LineValuesShape['rewards'] };

function Entries({ title, sign, items, entries }: EntriesProps) {
  if (entries.length === 0) return null;
  const text = ({ item, amount, ...grounds }: EntryLine) =>
    words.branchMonth.entry(itemName(item, { items }), formatSigned(sign * amount), words.line.grounds(grounds));
  return (
    <div>
      <span className="muted">{words.shell.labelled(title)}</span>
      {words.shell.sentences(entries.map(text))}
    </div>
  );
}

function Objection({ month, memberId }: { month: BranchMonthScreen; memberId: string }) {
  const objection = month.objections.find((one) => one.memberId === memberId);
  return objection ? <div className="changed">{objection.statement}</div> : null;
}
