import type { SheetView } from '@jifen/contracts';
import { formatDate, formatMonth, formatPoints, formatSigned, itemName, localDateOf, sheetMonthStateNames, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useSheet } from '../../api/queries.ts';
import { Shown } from '../../parts/page.tsx';
import { FormTable, Paper, Signatures } from './paper.tsx';

/** 个人积分单 on paper, with the line to sign on. */
export function PrintSheet() {
  const { memberId = '', year = '' } = useParams();
  return <Shown query={useSheet(memberId, Number(year))}>{(known) => <SheetPaper sheet={known} />}</Shown>;
}

function SheetPaper({ sheet }: { sheet: SheetView }) {
  const { name, year, branchName, yearToDate, throughPeriod, objection } = sheet;
  const { columns, months, entries } = words.sheet;
  return (
    <Paper title={words.print.sheet.title(name, year)}>
      <p>
        {branchName}
        {words.print.gap}
        {throughPeriod === undefined
          ? words.sheet.nothingYet
          : words.sheet.headline(throughPeriod, yearToDate.total, yearToDate.possibleMaximum)}
        {yearToDate.honour > 0 ? `${words.print.gap}${words.sheet.honour(yearToDate.honour)}` : ''}
      </p>
      <FormTable label={months} columns={words.print.sheet.months} rows={sheet.months.map(monthCells)} />
      <h2>{entries}</h2>
      <FormTable
        label={entries}
        columns={[columns.date, columns.item, columns.amount, columns.basis, columns.registeredBy, columns.meeting]}
        rows={sheet.entries.map(entryCells)}
      />
      <p>{objection ? words.sheet.objection(objection.lastDay, objection.name, objection.telephone) : words.sheet.noObjection}</p>
      <Signatures names={[words.sheet.signature, words.sheet.signatureDate]} />
    </Paper>
  );
}

function monthCells({ period, ceiling, totals, state, broughtIn }: SheetView['months'][number]) {
  const points = totals
    ? [formatSigned(totals.base), ...[totals.task, totals.reward, totals.honour, totals.total].map(formatPoints)]
    : ['', '', '', '', ''];
  return [formatMonth(period), formatPoints(ceiling), ...points, broughtIn ? words.earlierMonths.mark : sheetMonthStateNames[state]];
}

function entryCells({ at, item, title, amount, basis, evidence, registeredBy, meetingOn, reverses }: SheetView['entries'][number]) {
  const what = `${itemName(item, { title })}${reverses === undefined ? '' : words.print.sheet.reversal}`;
  return [
    formatDate(localDateOf(at)),
    what,
    formatSigned(amount),
    words.line.grounds({ basis, evidence }) ?? '',
    registeredBy ?? '',
    meetingOn === undefined ? '' : formatDate(meetingOn),
  ];
}
