import type { BranchMonthScreen, ObjectionView } from '@jifen/contracts';
import { objectionStatusNames, words } from '@jifen/wording';
import { Tag } from 'antd';
import { nameAmong } from '../../parts/members.ts';

const said = words.objection;

type ObjectionTextProps = { month: BranchMonthScreen; objection: ObjectionView };

/** What is objected to, by whom, and until when it is answered. */
export function ObjectionText({ month: { rows, period }, objection }: ObjectionTextProps) {
  const { memberId, component, status, objector, onBehalf, posted, wish, statement, number, raisedAt, lastDay } = objection;
  const row = rows.find((one) => one.memberId === memberId);
  return (
    <div>
      <span className="strong">{said.about(row ? nameAmong(rows, row) : '', component)}</span>{' '}
      <Tag color={status === 'open' ? 'warning' : 'default'}>{objectionStatusNames[status]}</Tag>
      <div>{said.raisedBy(objector, onBehalf)}</div>
      <div className="num">{said.posted(component, posted, wish)}</div>
      <div>{statement}</div>
      <div className="muted">{said.receipt(period, number, raisedAt)}</div>
      {status === 'open' && lastDay !== undefined ? <div className="muted">{said.until(lastDay)}</div> : null}
    </div>
  );
}
