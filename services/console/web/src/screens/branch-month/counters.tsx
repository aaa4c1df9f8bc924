import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { applicationStateNames, words } from '@jifen/wording';
import { Drawer, Empty, Tag } from 'antd';
import { useMembers } from '../../api/queries.ts';
import { DialogButton, LinkButton } from '../../parts/buttons.tsx';
import { Counts, Shown } from '../../parts/page.tsx';
import { PersonalExtensionButton } from './extension.tsx';

const notReported = ({ application }: MonthRow) => application === 'waiting' || application === 'absent';

/** 应报·已报·代填·未报, and whom to telephone. No reason is demanded. */
export function Counters({ month, withTelephones }: { month: BranchMonthScreen; withTelephones: boolean }) {
  const { due, applied, onBehalf, late, absent, objections, heldBack } = month.counters;
  const names = words.branchMonth.counters;
  const waiting = Math.max(0, due - applied - onBehalf - late - absent);
  const shown: (readonly [string, number])[] = [
    [names.due, due],
    [names.applied, applied + late],
    [names.onBehalf, onBehalf],
    absent > 0 ? [names.absent, absent] : [names.waiting, waiting],
    ...(objections > 0 ? [[names.objections, objections] as const] : []),
    ...(heldBack > 0 ? [[names.heldBack, heldBack] as const] : []),
  ];
  const telephones = (close: () => void) => (
    <Drawer title={words.branchMonth.telephones} open onClose={close} size={420}>
      <NotReported month={month} />
    </Drawer>
  );
  return (
    <div className="between">
      <Counts counts={shown} />
      {withTelephones ? <DialogButton dialog={telephones}>{words.branchMonth.telephones}</DialogButton> : null}
    </div>
  );
}

function NotReported({ month }: { month: BranchMonthScreen }) {
  const members = useMembers(month.branchId);
  const rows = month.rows.filter(notReported);
  if (rows.length === 0) return <Empty description={words.branchMonth.allReported} />;
  return (
    <Shown query={members}>
      {({ members: known }) => (
        <div className="stack">
          <span className="muted">{words.branchMonth.telephonesHint}</span>
          <ul className="plain-list">
            {rows.map((row) => (
              <NotReportedRow
                key={row.memberId}
                month={month}
                row={row}
                telephone={known.find(({ memberId }) => memberId === row.memberId)?.telephoneMasked}
              />
            ))}
          </ul>
          <LinkButton to="/telephone">{words.branchMonth.toTelephoneList}</LinkButton>
        </div>
      )}
    </Shown>
  );
}

type NotReportedRowProps = { month: BranchMonthScreen; row: MonthRow; telephone: string | undefined };

function NotReportedRow({ month, row, telephone }: NotReportedRowProps) {
  return (
    <li className="todo">
      <div>
        <span className="strong">{row.name}</span> <Tag>{applicationStateNames[row.application]}</Tag>
        {row.personalLastDay === undefined ? null : <Tag>{words.extension.personal.until(row.personalLastDay)}</Tag>}
        <div className="muted num">{telephone ?? words.branchMonth.noTelephone}</div>
      </div>
      {month.allowed.includes('extend-for-member') ? <PersonalExtensionButton month={month} row={row} /> : null}
      {month.allowed.includes('apply-on-behalf') ? (
        <LinkButton to={`/branches/${month.branchId}/${month.period}/application/${row.memberId}`}>
          {words.branchMonth.enterOnBehalf}
        </LinkButton>
      ) : null}
    </li>
  );
}
