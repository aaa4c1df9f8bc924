import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/panel.tsx';
import { type Changes, ChangesTable, changedLines } from './changes-table.tsx';
import { valuesOf } from './lines.ts';

const registeredOf = (row: MonthRow) => valuesOf(row.registered ?? row.proposed);
const awaitsReview = ({ registered, reviewed }: MonthRow) => registered !== undefined && reviewed === undefined;

/** Step ⑤: only differences are touched, the rest passes as registered; one's own line is left out. */
export function ReviewPanel({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const [changes, setChanges] = useState<Changes>({});
  const review = useDecision(month);
  const rows = month.rows.filter(awaitsReview);
  const changed = Object.keys(changes).length;
  const rest = rows.filter(({ memberId }) => memberId !== ownMemberId).length - changed;
  const title = month.hasCommittee ? words.review.title : words.review.titleSecretary;
  return (
    <Panel title={title}>
      <div className="stack">
        <span className="muted">{words.review.hint}</span>
        <ChangesTable month={month} rows={rows} before={registeredOf} changes={changes} onChange={setChanges} ownMemberId={ownMemberId} />
        <ActOutcome act={review} what={title} />
        <div className="row">
          <ConfirmedButton
            question={words.review.confirm}
            onConfirm={() => review.mutate({ kind: 'review', changes: changedLines(changes) })}
            type="primary"
            loading={review.isPending}
          >
            {words.review.submit}
          </ConfirmedButton>
          <span className="strong">{words.review.summary(changed, Math.max(0, rest))}</span>
        </div>
      </div>
    </Panel>
  );
}
