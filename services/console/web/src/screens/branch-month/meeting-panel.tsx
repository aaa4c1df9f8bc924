import { type BranchMonthScreen, type MonthRow, paragraph } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Form, Radio, Tag } from 'antd';
import { useDecision } from '../../api/acts.ts';
import { useBranchMonths } from '../../api/queries.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { DateField, RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { Folds } from '../../parts/form/wrong-fields.tsx';
import { memberOptions } from '../../parts/members.ts';
import { commonRound, firstDayOf } from '../../parts/months.ts';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { ChangesTable } from './changes-table.tsx';
import { inOrder, valuesOf, withoutLeavers } from './lines.ts';
import { type Attendance, emptyMeeting, type MeetingDraft, meetingContent } from './meeting-draft.ts';
import { MeetingNumbers, SeparateVotes } from './meeting-votes.tsx';

type PartProps = { month: BranchMonthScreen };

const reviewedOf = (row: MonthRow) => valuesOf(row.reviewed ?? row.registered ?? row.proposed);

/** Step ⑥: the meeting is recorded as it was, carried or not. */
export function MeetingPanel({ month: all }: PartProps) {
  const month = withoutLeavers(all);
  const meeting = useDecision(month);
  const said = words.meeting;
  return (
    <Panel title={said.title} extra={said.attempt(month.meeting.attempt)}>
      <EntryForm<MeetingDraft>
        initial={emptyMeeting(month)}
        submit={said.submit}
        question={said.confirm}
        pending={meeting.isPending}
        onSubmit={(draft) => meeting.mutate(meetingContent(draft, month.period))}
      >
        <DateField name="heldOn" label={said.heldOn} missing={said.heldOnMissing} min={firstDayOf(month)} max={month.today} />
        <MeetingRoster month={month} />
        <MeetingNumbers month={month} />
        <MeetingChanges month={month} />
        <RadioField
          name="carried"
          label={said.result}
          missing={said.resultMissing}
          options={[
            { value: true, label: said.carried },
            { value: false, label: said.notCarried },
          ]}
        />
        <TextField name="minutes" label={said.minutes} rows={3} schema={paragraph} />
        <ActOutcome act={meeting} what={said.title} />
      </EntryForm>
    </Panel>
  );
}

/** Seldom needed, so folded away. A meeting for several months may change a line of each. */
function MeetingChanges({ month }: PartProps) {
  const others =
    commonRound(month)
      ?.months.map(({ period }) => period)
      .filter((period) => period !== month.period) ?? [];
  const beside = useBranchMonths(month.branchId, others).data ?? [];
  const months = [...beside, month];
  const items = [
    { key: 'changes', label: words.meeting.changes, children: <ChangedLines months={months} /> },
    { key: 'separate', label: words.meeting.separate, children: <SeparateVotes month={month} months={months} /> },
    { key: 'seconded', label: words.meeting.secondedBy, children: <SecondedBy month={month} /> },
  ];
  return <Folds items={items} />;
}

function ChangedLines({ months }: { months: readonly BranchMonthScreen[] }) {
  return (
    <div className="stack-small">
      <span className="muted">{words.meeting.changesHint}</span>
      {months.map((one) => (
        <div key={one.period} className="stack-small">
          {months.length > 1 ? <span className="strong">{words.joint.linesOf(one.period)}</span> : null}
          <Form.Item name={['changes', one.period]} noStyle>
            <ChangesTable
              month={one}
              rows={one.rows.filter(({ resolved }) => resolved === undefined)}
              before={reviewedOf}
              {...(months.length > 1 ? { called: (name: string) => words.joint.of(one.period, name) } : {})}
            />
          </Form.Item>
        </div>
      ))}
    </div>
  );
}

function SecondedBy({ month }: PartProps) {
  return (
    <SelectField
      name="secondedBy"
      label={words.meeting.secondedBy}
      hint={words.meeting.secondedByHint}
      allowClear
      options={memberOptions(month.rows)}
    />
  );
}

const options: { value: Attendance; label: string }[] = [
  { value: 'present', label: words.meeting.present },
  { value: 'on-leave', label: words.meeting.onLeave },
  { value: 'absent', label: words.meeting.absent },
];

/** 签到: everybody on the roster, one tick each. */
function MeetingRoster({ month }: { month: BranchMonthScreen }) {
  const form = Form.useFormInstance<MeetingDraft>();
  const mark = (attendance: Attendance, marked: MeetingDraft['attendance'] = {}) => {
    form.setFieldsValue({ attendance: Object.fromEntries(month.rows.map(({ memberId }) => [memberId, marked[memberId] ?? attendance])) });
    void form.validateFields(month.rows.map(({ memberId }) => ['attendance', memberId] as const)).catch(() => undefined);
  };
  return (
    <section aria-label={words.meeting.roster} className="stack-small">
      <div className="between">
        <h3 className="section-title">{words.meeting.roster}</h3>
        <div className="row">
          <Button onClick={() => mark('present')}>{words.meeting.everyonePresent}</Button>
          <Button onClick={() => mark('absent', form.getFieldValue('attendance'))}>{words.meeting.restAbsent}</Button>
        </div>
      </div>
      <ul className="plain-list roster">
        {inOrder(month.rows, 'roster').map(({ memberId, name, rosterNumber, votes }) => (
          <li key={memberId} className="between">
            <span>
              <span className="num muted">{rosterNumber}</span> {name} {votes ? null : <Tag>{words.branchMonth.noVote}</Tag>}
            </span>
            <Form.Item name={['attendance', memberId]} rules={[{ required: true, message: words.meeting.attendanceMissing }]}>
              <Radio.Group aria-label={words.meeting.attendanceOf(name)} optionType="button" options={options} />
            </Form.Item>
          </li>
        ))}
      </ul>
    </section>
  );
}
