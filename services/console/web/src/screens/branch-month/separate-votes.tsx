import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { words } from '@jifen/wording';
import { Button, InputNumber, Select } from 'antd';
import { noVotes, type SeparateDraft } from './meeting-draft.ts';
import type { MeetingPartProps } from './meeting-panel.tsx';

const kinds = ['inFavour', 'against', 'abstained'] as const;

/** A line on which somebody asked for a vote of its own. */
export function SeparateVotes({ month, draft, change }: MeetingPartProps) {
  const replace = (changed: SeparateDraft) => change({ separate: draft.separate.map((one) => (one.key === changed.key ? changed : one)) });
  const add = () => change({ separate: [...draft.separate, { key: crypto.randomUUID(), memberId: undefined, ...noVotes }] });
  return (
    <div className="stack-small">
      <span className="muted">{words.meeting.separateHint}</span>
      {draft.separate.map((separate) => (
        <div key={separate.key} className="row">
          <Select
            aria-label={words.meeting.separateOf}
            placeholder={words.meeting.separateOf}
            style={{ width: 160 }}
            value={separate.memberId}
            onChange={(memberId) => replace({ ...separate, memberId })}
            options={month.rows.map(({ memberId, name }) => ({ value: memberId, label: name }))}
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
