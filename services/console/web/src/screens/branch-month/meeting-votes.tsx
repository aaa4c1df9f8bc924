import { DeleteOutlined } from '@ant-design/icons';
import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Alert, Button, Form, Select } from 'antd';
import { CountField, GrowingList } from '../../parts/form/fields.tsx';
import { memberOptions } from '../../parts/members.ts';
import { countsOf, type MeetingDraft, noVotes, voteKinds } from './meeting-draft.ts';

/** A line on which somebody asked for a vote of its own. */
export function SeparateVotes({ month, months }: { month: BranchMonthScreen; months: readonly BranchMonthScreen[] }) {
  return (
    <GrowingList
      name="separate"
      hint={<span className="muted">{words.meeting.separateHint}</span>}
      add={words.meeting.addSeparate}
      added={{ period: month.period, ...noVotes }}
    >
      {({ key, ...vote }) => <SeparateVote key={key} {...vote} months={months} />}
    </GrowingList>
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
          style={{ minWidth: 160 }}
          options={memberOptions(rows)}
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

/** Needed, present and in favour, side by side while they are entered. */
export function MeetingNumbers({ month }: { month: BranchMonthScreen }) {
  const form = Form.useFormInstance<MeetingDraft>();
  const attendance = Form.useWatch('attendance', form) ?? {};
  const votes = Form.useWatch('votes', form) ?? noVotes;
  const counts = countsOf({ attendance, votes }, month.rows);
  const { dueToAttend, withVote, neededPresent, neededInFavour } = month.meeting;
  const { present, votersPresent } = counts;
  const { numbers, needed, neededVotes } = words.meeting;
  return (
    <div className="stack-small">
      <div className="meeting-numbers">
        <Shown label={numbers.due} value={dueToAttend} />
        <Shown label={numbers.withVote} value={withVote} />
        <Shown label={numbers.present} value={present} hint={needed(votersPresent, neededPresent)} />
        {voteKinds.map((kind) => (
          <div key={kind} className="meeting-number">
            <span className="muted">{numbers[kind]}</span>
            <CountField name={['votes', kind]} label={numbers[kind]} missing={words.meeting.votesMissing} />
            {kind === 'inFavour' ? <span className="muted">{neededVotes(neededInFavour)}</span> : null}
          </div>
        ))}
      </div>
      <Checks month={month} counts={counts} />
    </div>
  );
}

function Shown({ label, value, hint }: { label: string; value: number; hint?: string }) {
  return (
    <div className="meeting-number">
      <span className="muted">{label}</span>
      <b>{value}</b>
      {hint === undefined ? null : <span className="muted">{hint}</span>}
    </div>
  );
}

function Checks({ month, counts }: { month: BranchMonthScreen; counts: ReturnType<typeof countsOf> }) {
  const { neededPresent, neededInFavour } = month.meeting;
  const { votersPresent, inFavour, cast } = counts;
  const quorum = votersPresent >= neededPresent;
  const majority = inFavour >= neededInFavour;
  return (
    <div className="stack-small" aria-live="polite">
      <Alert
        type={quorum ? 'success' : 'warning'}
        showIcon
        title={quorum ? words.meeting.quorumMet : words.meeting.quorumMissing(neededPresent - votersPresent)}
      />
      {cast > 0 ? (
        <Alert
          type={majority ? 'success' : 'warning'}
          showIcon
          title={majority ? words.meeting.majorityMet : words.meeting.majorityMissing(neededInFavour - inFavour)}
        />
      ) : null}
      {cast > 0 && cast !== votersPresent ? <Alert type="warning" showIcon title={words.meeting.votesDiffer(cast, votersPresent)} /> : null}
    </div>
  );
}
