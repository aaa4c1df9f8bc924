import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Alert, Form } from 'antd';
import { CountField } from '../../parts/form/fields.tsx';
import { countsOf, type MeetingDraft, noVotes, voteKinds } from './meeting-draft.ts';

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
