import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Tag } from 'antd';
import { Panel } from '../../parts/page.tsx';

type Held = BranchMonthScreen['meeting']['held'][number];

/** The meetings of the month as they are on record: who came, the votes, and what was voted on separately. */
export function HeldMeetings({ month }: { month: BranchMonthScreen }) {
  const { held } = month.meeting;
  if (held.length === 0) return null;
  return (
    <Panel title={words.heldMeetings.title}>
      <ul className="plain-list">
        {held.map((meeting) => (
          <li key={meeting.actId} className="todo">
            <div>
              <span className="strong">{words.heldMeetings.on(meeting.heldOn)}</span>{' '}
              <Tag color={meeting.carried ? 'default' : 'warning'}>
                {meeting.carried ? words.meeting.carried : words.meeting.notCarried}
              </Tag>
              <div>{words.heldMeetings.came(attendanceOf(meeting))}</div>
              <div>{words.heldMeetings.votes(meeting)}</div>
              {meeting.separate.map((vote) => (
                <div key={`${vote.memberId}/${vote.period ?? ''}`}>{words.heldMeetings.separate(nameOf(month, vote), vote)}</div>
              ))}
              {meeting.minutes === undefined ? null : <div className="muted">{meeting.minutes}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Everybody who came, with and without a vote; of a meeting whose names are not on record, those whose votes are. */
export const attendanceOf = ({ dueToAttend, withVote, present, presentMembers, onLeaveMembers }: Held) => ({
  due: dueToAttend,
  withVote,
  present: presentMembers.length > 0 ? presentMembers.length : present,
  presentWithVote: present,
  onLeave: onLeaveMembers.length,
});

export function nameOf({ rows }: BranchMonthScreen, { memberId, period }: Held['separate'][number]): string {
  const name = rows.find((row) => row.memberId === memberId)?.name ?? '';
  return period === undefined ? name : words.joint.of(period, name);
}
