import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Collapse, Radio, Select } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { DateField, FieldError } from '../../parts/date-field.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { ChangesTable } from './changes-table.tsx';
import { valuesOf } from './lines.ts';
import { emptyMeeting, type MeetingDraft, meetingContent } from './meeting-draft.ts';
import { MeetingNumbers } from './meeting-numbers.tsx';
import { MeetingRoster } from './meeting-roster.tsx';
import { SeparateVotes } from './separate-votes.tsx';

export type MeetingPartProps = { month: BranchMonthScreen; draft: MeetingDraft; change: (part: Partial<MeetingDraft>) => void };

const reviewedOf = (row: MonthRow) => valuesOf(row.reviewed ?? row.registered ?? row.proposed);

/** Step ⑥: the meeting is recorded as it was, carried or not. */
export function MeetingPanel({ month }: { month: BranchMonthScreen }) {
  const [draft, setDraft] = useState<MeetingDraft>(() => emptyMeeting(month));
  const [checked, setChecked] = useState(false);
  const meeting = useDecision(month);
  const change = (part: Partial<MeetingDraft>) => setDraft((known) => ({ ...known, ...part }));
  const complete = draft.heldOn !== '' && draft.carried !== undefined;
  const submit = () => {
    setChecked(true);
    if (complete) meeting.mutate(meetingContent(draft));
  };
  const part = { month, draft, change };
  return (
    <Panel title={words.meeting.title} extra={words.meeting.attempt(month.meeting.attempt)}>
      <div className="stack">
        <DateField
          label={words.meeting.heldOn}
          value={draft.heldOn}
          max={month.today}
          onChange={(heldOn) => change({ heldOn })}
          error={checked && draft.heldOn === '' ? words.meeting.heldOnMissing : undefined}
        />
        <MeetingRoster {...part} />
        <MeetingNumbers {...part} />
        <MeetingChanges {...part} />
        <Result {...part} error={checked && draft.carried === undefined ? words.meeting.resultMissing : undefined} />
        <TextField
          label={words.meeting.minutes}
          rows={3}
          maxLength={1000}
          value={draft.minutes}
          onChange={(minutes) => change({ minutes })}
        />
        <ActOutcome act={meeting} what={words.meeting.title} />
        <ConfirmedButton question={words.meeting.confirm} onConfirm={submit} type="primary" loading={meeting.isPending}>
          {words.meeting.submit}
        </ConfirmedButton>
      </div>
    </Panel>
  );
}

/** Seldom needed, so folded away. */
function MeetingChanges({ month, draft, change }: MeetingPartProps) {
  const awaiting = month.rows.filter(({ resolved }) => resolved === undefined);
  const items = [
    {
      key: 'changes',
      label: words.meeting.changes,
      children: (
        <div className="stack-small">
          <span className="muted">{words.meeting.changesHint}</span>
          <ChangesTable
            month={month}
            rows={awaiting}
            before={reviewedOf}
            changes={draft.changes}
            onChange={(changes) => change({ changes })}
          />
        </div>
      ),
    },
    { key: 'separate', label: words.meeting.separate, children: <SeparateVotes {...{ month, draft, change }} /> },
    { key: 'seconded', label: words.meeting.secondedBy, children: <SecondedBy {...{ month, draft, change }} /> },
  ];
  return <Collapse items={items} />;
}

function SecondedBy({ month, draft, change }: MeetingPartProps) {
  return (
    <div className="stack-small">
      <span className="muted">{words.meeting.secondedByHint}</span>
      <Select
        aria-label={words.meeting.secondedBy}
        allowClear
        style={{ maxWidth: 260 }}
        value={draft.secondedBy}
        onChange={(secondedBy) => change({ secondedBy })}
        options={month.rows.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
    </div>
  );
}

function Result({ draft, change, error }: MeetingPartProps & { error: string | undefined }) {
  return (
    <div className="field">
      <span className="field-label">{words.meeting.result}</span>
      <Radio.Group
        aria-label={words.meeting.result}
        value={draft.carried}
        onChange={(event) => change({ carried: event.target.value === true })}
        options={[
          { value: true, label: words.meeting.carried },
          { value: false, label: words.meeting.notCarried },
        ]}
      />
      <FieldError error={error} />
    </div>
  );
}
