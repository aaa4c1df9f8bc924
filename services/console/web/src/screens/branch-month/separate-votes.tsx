import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, InputNumber, Select } from 'antd';
import { noVotes, type SeparateDraft } from './meeting-draft.ts';
import type { MeetingPartProps } from './meeting-panel.tsx';

const kinds = ['inFavour', 'against', 'abstained'] as const;

/** A line on which somebody asked for a vote of its own. */
export function SeparateVotes({ month, draft, change, months }: MeetingPartProps & { months: readonly BranchMonthScreen[] }) {
  const replace = (changed: SeparateDraft) => change({ separate: draft.separate.map((one) => (one.key === changed.key ? changed : one)) });
  const add = () =>
    change({ separate: [...draft.separate, { key: crypto.randomUUID(), period: month.period, memberId: undefined, ...noVotes }] });
  const rowsOf = (period: string) => months.find((one) => one.period === period)?.rows ?? [];
  return (
    <div className="stack-small">
      <span className="muted">{words.meeting.separateHint}</span>
      {draft.separate.map((separate) => (
        <div key={separate.key} className="row">
          {months.length > 1 ? (
            <Select
              aria-label={words.joint.monthLabel}
              style={{ width: 110 }}
              value={separate.period}
              onChange={(period) => replace({ ...separate, period, memberId: undefined })}
              options={months.map(({ period }) => ({ value: period, label: words.joint.month(period) }))}
            />
          ) : null}
          <Select
            aria-label={words.meeting.separateOf}
            placeholder={words.meeting.separateOf}
            style={{ width: 160 }}
            value={separate.memberId}
            onChange={(memberId) => replace({ ...separate, memberId })}
            options={rowsOf(separate.period).map(({ memberId, name }) => ({ value: memberId, label: name }))}
          />
          {kinds.map((kind) => (
            <InputNumber<number>
              controls={false}
              key={kind}
              aria-label={words.meeting.numbers[kind]}
              prefix={words.meeting.numbers[kind]}
              min={0}
              precision={0}
              style={{ width: 110 }}
              value={separate[kind]}
              onChange={(count) => replace({ ...separate, [kind]: count ?? 0 })}
            />
          ))}
          <Button
            icon={<DeleteOutlined />}
            aria-label={words.shell.remove}
            onClick={() => change({ separate: draft.separate.filter((one) => one.key !== separate.key) })}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={add}>
        {words.meeting.addSeparate}
      </Button>
    </div>
  );
}
