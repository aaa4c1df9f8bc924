import { words } from '@jifen/wording';
import { Alert, InputNumber } from 'antd';
import { countsOf } from './meeting-draft.ts';
import type { MeetingPartProps } from './meeting-panel.tsx';

const kinds = ['inFavour', 'against', 'abstained'] as const;

/** Needed, present and in favour, side by side while they are entered. */
export function MeetingNumbers({ month, draft, change }: MeetingPartProps) {
  const { dueToAttend, withVote, neededPresent, neededInFavour } = month.meeting;
  const { present, votersPresent } = countsOf(draft, month.rows);
  const { numbers, needed, neededVotes } = words.meeting;
  return (
    <div className="stack-small">
      <div className="meeting-numbers">
        <Shown label={numbers.due} value={dueToAttend} />
        <Shown label={numbers.withVote} value={withVote} />
        <Shown label={numbers.present} value={present} hint={needed(votersPresent, neededPresent)} />
        {kinds.map((kind) => (
          <div key={kind} className="meeting-number">
            <span className="muted">{numbers[kind]}</span>
            <InputNumber<number>
              controls={false}
              aria-label={numbers[kind]}
              min={0}
              max={votersPresent}
              precision={0}
              style={{ width: '100%' }}
              value={draft.votes[kind]}
              onChange={(count) => change({ votes: { ...draft.votes, [kind]: count ?? 0 } })}
            />
            {kind === 'inFavour' ? <span className="muted">{neededVotes(neededInFavour)}</span> : null}
          </div>
        ))}
      </div>
      <Checks {...{ month, draft, change }} />
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

function Checks({ month, draft }: MeetingPartProps) {
  const { neededPresent, neededInFavour } = month.meeting;
  const { votersPresent, cast } = countsOf(draft, month.rows);
  const { inFavour } = draft.votes;
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
