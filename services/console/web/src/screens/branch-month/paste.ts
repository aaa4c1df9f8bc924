import { saysSomething, sentence, typedPoints } from '@jifen/contracts';
import { fieldSentence, words } from '@jifen/wording';

export type PasteColumn = 'task' | 'note';
/** A row of the sheet of cells as it stands. */
export type PasteRow = { key: string; name: string } & Readonly<Record<PasteColumn, string>>;
type PastedCell = { now: string; pasted: string; wrong?: string };
/** One line of what was pasted: the row to which it goes, what it changes there, and why it goes nowhere. */
export type PastedLine = {
  at: number;
  called: string;
  row?: PasteRow;
  cells: Readonly<Partial<Record<PasteColumn, PastedCell>>>;
  text: string;
  nowhere?: string;
};
export type Pasted = { lines: readonly PastedLine[]; extraColumns: number };

const said = words.registration.paste;
const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;

/** A text with a tab or a line break is in quotes. */
const unquoted = (text: string) => (/^".*[\t\r\n].*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);

/** What a sheet of cells puts on the clipboard: rows by line, columns by tab; empty rows at its end are left out. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [[]];
  cell.lastIndex = 0;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, content = '', end = ''] = found;
    rows.at(-1)?.push(
      unquoted(content)
        .replaceAll(/[\t\r\n]+/g, ' ')
        .trim(),
    );
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.slice(0, rows.findLastIndex((cells) => cells.some(saysSomething)) + 1);
}

export const isBlock = (block: readonly (readonly string[])[]): boolean => block.length > 1 || block.some((cells) => cells.length > 1);

/** Names are spread to one width in many sheets. */
const bare = (name: string) => name.replaceAll(/\s/g, '');

type Target = { rows: readonly PasteRow[]; row: PasteRow; column: PasteColumn; ceiling: number };

/** Reads a block for the cell with the focus: downwards from it, or by name where the first column has names of the list. */
export function readPasted(block: readonly (readonly string[])[], { rows, row, column, ceiling }: Target): Pasted {
  const isNamed = block.some(([first = '', ...rest]) => rest.length > 0 && rows.some(({ name }) => bare(name) === bare(first)));
  const columns: readonly PasteColumn[] = column === 'task' ? ['task', 'note'] : ['note'];
  const names = block.map(([first = '']) => bare(first));
  const from = rows.indexOf(row);
  const lines = block.map((cells, index): PastedLine => {
    const values = isNamed ? cells.slice(1) : cells;
    const place = isNamed ? placeOf(names[index] ?? '', names, rows) : (rows[from + index] ?? said.noRow);
    const line = { at: index + 1, called: isNamed ? (cells[0] ?? '') : '', text: values.filter(saysSomething).join(' '), cells: {} };
    if (typeof place === 'string') return { ...line, nowhere: place };
    return { ...line, called: place.name, row: place, cells: changesOf(place, columns, values, ceiling) };
  });
  const widest = Math.max(0, ...block.map((cells) => cells.findLastIndex(saysSomething) + 1));
  const extraColumns = Math.max(0, widest - columns.length - (isNamed ? 1 : 0));
  return { lines: lines.filter(({ text }) => text !== ''), extraColumns };
}

/** The row of a name, or why there is none. */
function placeOf(name: string, names: readonly string[], rows: readonly PasteRow[]): PasteRow | string {
  const [found, other] = rows.filter((row) => bare(row.name) === name);
  if (!found) return said.unknown;
  if (other) return said.sameName;
  return names.filter((one) => one === name).length > 1 ? said.twice : found;
}

function changesOf(row: PasteRow, columns: readonly PasteColumn[], values: readonly string[], ceiling: number): PastedLine['cells'] {
  const cells = columns.flatMap((column, index): [PasteColumn, PastedCell][] => {
    const pasted = values[index] ?? '';
    if (!saysSomething(pasted)) return [];
    const schema = column === 'task' ? typedPoints({ most: ceiling }) : sentence;
    const [issue] = schema.safeParse(pasted).error?.issues ?? [];
    return [[column, { now: row[column], pasted, ...(issue ? { wrong: fieldSentence(issue) } : {}) }]];
  });
  return Object.fromEntries(cells);
}

export const isGood = ({ nowhere, cells }: PastedLine): boolean =>
  nowhere === undefined && Object.values(cells).every(({ wrong }) => wrong === undefined);

export type Filling = { key: string; column: PasteColumn; value: string };

/** What goes into the cells: what cannot be read too, as it was typed. */
export const fillingsOf = (lines: readonly PastedLine[]): Filling[] =>
  lines.flatMap(({ row, cells }) =>
    (['task', 'note'] as const).flatMap((column) => {
      const value = cells[column]?.pasted;
      return row && value !== undefined ? [{ key: row.key, column, value }] : [];
    }),
  );
