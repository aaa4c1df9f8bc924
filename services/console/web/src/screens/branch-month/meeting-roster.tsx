import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Form, Radio, Tag } from 'antd';
import { inOrder } from './lines.ts';
import type { Attendance, MeetingDraft } from './meeting-draft.ts';

const options: { value: Attendance; label: string }[] = [
  { value: 'present', label: words.meeting.present },
  { value: 'on-leave', label: words.meeting.onLeave },
  { value: 'absent', label: words.meeting.absent },
];

/** 签到: everybody on the roster, one tick each. */
export function MeetingRoster({ month }: { month: BranchMonthScreen }) {
  const form = Form.useFormInstance<MeetingDraft>();
  const everyone = () =>
    form.setFieldsValue({ attendance: Object.fromEntries(month.rows.map(({ memberId }) => [memberId, 'present' as const])) });
  return (
    <section aria-label={words.meeting.roster} className="stack-small">
      <div className="between">
        <h3 className="section-title">{words.meeting.roster}</h3>
        <Button onClick={everyone}>{words.meeting.everyonePresent}</Button>
      </div>
      <ul className="plain-list roster">
        {inOrder(month.rows, 'roster').map(({ memberId, name, rosterNumber, votes }) => (
          <li key={memberId} className="between">
            <span>
              <span className="num muted">{rosterNumber}</span> {name} {votes ? null : <Tag>{words.branchMonth.noVote}</Tag>}
            </span>
            <Form.Item name={['attendance', memberId]} noStyle>
              <Radio.Group aria-label={words.meeting.attendanceOf(name)} optionType="button" options={options} />
            </Form.Item>
          </li>
        ))}
      </ul>
    </section>
  );
}
