import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Form, Select } from 'antd';
import { CountField } from '../../parts/form/fields.tsx';
import { noVotes, voteKinds } from './meeting-draft.ts';

type SeparateVotesProps = { month: BranchMonthScreen; months: readonly BranchMonthScreen[] };

/** A line on which somebody asked for a vote of its own. */
export function SeparateVotes({ month, months }: SeparateVotesProps) {
  return (
    <Form.List name="separate">
      {(votes, list) => (
        <div className="stack-small">
          <span className="muted">{words.meeting.separateHint}</span>
          {votes.map(({ key, name }) => (
            <SeparateVote key={key} at={name} months={months} onRemove={() => list.remove(name)} />
          ))}
          <div>
            <Button icon={<PlusOutlined />} onClick={() => list.add({ period: month.period, ...noVotes })}>
              {words.meeting.addSeparate}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}

type SeparateVoteProps = { at: number; months: readonly BranchMonthScreen[]; onRemove: () => void };

function SeparateVote({ at, months, onRemove }: SeparateVoteProps) {
  const form = Form.useFormInstance();
  const period: unknown = Form.useWatch(['separate', at, 'period'], { form, preserve: true });
  const rows = months.find((one) => one.period === period)?.rows ?? [];
  return (
    <div className="row top">
      {months.length > 1 ? (
        <Form.Item name={[at, 'period']}>
          <Select
            aria-label={words.joint.monthLabel}
            style={{ width: 110 }}
            onChange={() => form.setFieldValue(['separate', at, 'memberId'], undefined)}
            options={months.map((one) => ({ value: one.period, label: words.joint.month(one.period) }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name={[at, 'memberId']} rules={[{ required: true, message: words.meeting.separateOfMissing }]}>
        <Select
          aria-label={words.meeting.separateOf}
          placeholder={words.meeting.separateOf}
          style={{ width: 160 }}
          options={rows.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </Form.Item>
      {voteKinds.map((kind) => (
        <div key={kind} className="number">
          <CountField
            name={[at, kind]}
            label={words.meeting.numbers[kind]}
            prefix={words.meeting.numbers[kind]}
            missing={words.meeting.votesMissing}
          />
        </div>
      ))}
      <Button icon={<DeleteOutlined />} aria-label={words.shell.remove} onClick={onRemove} />
    </div>
  );
}
