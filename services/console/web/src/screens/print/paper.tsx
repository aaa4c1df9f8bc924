import { words } from '@jifen/wording';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';

type PaperProps = { title: string; landscape?: boolean; children: ReactNode };

/** One form: its title, its body, the note at its foot; the button is not printed. */
export function Paper({ title, landscape = false, children }: PaperProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="paper-room">
      <div className="no-print paper-tools">
        <Button type="primary" onClick={() => window.print()}>
          {words.shell.print}
        </Button>
      </div>
      <article className={landscape ? 'paper landscape' : 'paper'}>
        <h1>{title}</h1>
        {children}
        <footer>{words.print.printedFrom}</footer>
      </article>
    </main>
  );
}

type FormTableProps = { columns: readonly string[]; rows: readonly (readonly ReactNode[])[]; label: string };

export function FormTable({ columns, rows, label }: FormTableProps) {
  return (
    <table aria-label={label}>
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
