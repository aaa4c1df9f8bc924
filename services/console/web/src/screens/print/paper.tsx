import type { BranchMonthScreen, JointView } from '@jifen/contracts';
import { formatDate, formatPeriod, words } from '@jifen/wording';
import { type ReactNode, useEffect } from 'react';
import { useParams } from 'react-router';
import { useBranchMonth } from '../../api/queries.ts';
import { nonce } from '../../nonce.ts';
import { PrintButton } from '../../parts/buttons.tsx';
import { Shown } from '../../parts/page.tsx';

/** A paper of the month in the address. */
export function OfMonth({ paper }: { paper: (month: BranchMonthScreen) => ReactNode }) {
  const { branchId = '', period = '' } = useParams();
  return <Shown query={useBranchMonth({ branchId, period })}>{paper}</Shown>;
}

/** One document of one or several forms; the button is not printed. Every page says in its margin what it belongs to, and its number. */
export function PaperRoom({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="paper-room">
      <style nonce={nonce}>{marginsOf(title)}</style>
      <div className="no-print paper-tools">
        <PrintButton type="primary" />
      </div>
      {children}
    </main>
  );
}

/** In the margin of every page: the form, that it is the system's, and the number of the page. */
function marginsOf(title: string): string {
  const [before, between, after] = words.print.pageNumber.map((part) => JSON.stringify(part));
  const margin = { left: JSON.stringify(title), center: JSON.stringify(words.print.printedFrom) };
  const right = `${before} counter(page) ${between} counter(pages) ${after}`;
  const boxes = Object.entries({ ...margin, right }).map(([at, content]) => `@bottom-${at} { content: ${content}; font-size: 8.5pt }`);
  return `@page { ${boxes.join(' ')} }`;
}

type FormProps = { title: string; head?: ReactNode; landscape?: boolean; children: ReactNode };

/** One form: its title, its head, its body. It begins on a page of its own. */
export function Form({ title, head, landscape = false, children }: FormProps) {
  return (
    <article className={landscape ? 'paper landscape' : 'paper'} aria-label={title}>
      <h1>{title}</h1>
      {head}
      {children}
      <footer className="no-print">{words.print.printedFrom}</footer>
    </article>
  );
}

/** A document of one form. */
export function Paper(form: FormProps) {
  return (
    <PaperRoom title={form.title}>
      <Form {...form} />
    </PaperRoom>
  );
}

type HeadProps = {
  month: Pick<BranchMonthScreen, 'committeeName' | 'branchName' | 'period' | 'today' | 'broughtIn'>;
  joint?: JointView | undefined;
};

/** Which branch, which month, printed when. */
export function MonthHead({ month, joint }: HeadProps) {
  const { committeeName, branchName, period, today, broughtIn } = month;
  return (
    <p className="paper-head">
      <span>
        {committeeName}
        {words.print.gap}
        {branchName}
      </span>
      <span>{joint ? words.joint.spanOf(joint) : broughtIn ? words.earlierMonths.period(period) : formatPeriod(period)}</span>
      <span>{words.print.printedOn(formatDate(today))}</span>
    </p>
  );
}

/** Widths are millimetres, column by column; 0 takes what is left. */
type TableLook = { className?: string; widths?: readonly number[] };
type FormTableProps = { columns: readonly string[]; rows: readonly (readonly ReactNode[])[]; label: string } & TableLook;

export function FormTable({ columns, rows, label, className, widths }: FormTableProps) {
  return (
    <table aria-label={label} className={className}>
      {widths ? (
        <colgroup>
          {columns.map((column, at) => (
            <col key={column} style={widths[at] ? { width: `${widths[at]}mm` } : {}} />
          ))}
        </colgroup>
      ) : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed form never changes its rows
          <tr key={index}>
            {cells.map((cell, at) => (
              <td key={columns[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lines to sign on. */
export function Signatures({ names }: { names: readonly string[] }) {
  return (
    <div className="signatures">
      {names.map((name) => (
        <span key={name}>
          {name}
          <i />
        </span>
      ))}
    </div>
  );
}
