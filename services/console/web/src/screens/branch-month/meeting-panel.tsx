import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Collapse, Radio, Select } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { useBranchMonths } from '../../api/queries.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { DateField, FieldError } from '../../parts/date-field.tsx';
import { commonRound } from '../../parts/decided-with.ts';
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
    if (complete) meeting.mutate(meetingContent(draft, month.period));
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

/** Seldom needed, so folded away. A meeting for several months may change a line of each. */
function MeetingChanges({ month, draft, change }: MeetingPartProps) {
  const others =
    commonRound(month)
      ?.months.map(({ period }) => period)
      .filter((period) => period !== month.period) ?? [];
  const beside = useBranchMonths(month.branchId, others).data ?? [];
  const months = [...beside, month];
  const part = { month, draft, change };
  const items = [
    { key: 'changes', label: words.meeting.changes, children: <ChangedLines {...part} months={months} /> },
    { key: 'separate', label: words.meeting.separate, children: <SeparateVotes {...part} months={months} /> },
    { key: 'seconded', label: words.meeting.secondedBy, children: <SecondedBy {...part} /> },
  ];
  return <Collapse items={items} />;
}

function ChangedLines({ draft, change, months }: MeetingPartProps & { months: readonly BranchMonthScreen[] }) {
  return (
    <div className="stack-small">
      <span className="muted">{words.meeting.changesHint}</span>
      {months.map((one) => (
        <div key={one.period} className="stack-small">
          {months.length > 1 ? <span className="strong">{words.joint.linesOf(one.period)}</span> : null}
          <ChangesTable
            month={one}
            rows={one.rows.filter(({ resolved }) => resolved === undefined)}
            before={reviewedOf}
            changes={draft.changes[one.period] ?? {}}
            {...(months.length > 1 ? { called: (name: string) => words.joint.of(one.period, name) } : {})}
            onChange={(changes) => change({ changes: { ...draft.changes, [one.period]: changes } })}
          />
        </div>
      ))}
    </div>
  );
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
