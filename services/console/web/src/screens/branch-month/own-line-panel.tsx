import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { type LineDraft, lineDraft, lineOf } from './line-draft.ts';
import { LineDrawer } from './line-drawer.tsx';
import { lineText, sameLine, valuesOf } from './lines.ts';

/** 本人回避: the lines that their own holders left to another eligible person. */
export function OwnLinePanel({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const rows = month.rows.filter(({ registered, reviewed, memberId }) => registered && !reviewed && memberId !== ownMemberId);
  return (
    <Panel title={words.review.ownTitle}>
      <div className="stack">
        {rows.map((row) => (
          <LeftOutLine key={row.memberId} month={month} row={row} />
        ))}
      </div>
    </Panel>
  );
}

function LeftOutLine({ month, row }: { month: BranchMonthScreen; row: MonthRow }) {
  const [opened, setOpened] = useState(false);
  const review = useDecision(month);
  const before = valuesOf(row.registered ?? row.proposed);
  const { memberId, name } = row;
  const pass = () => review.mutate({ kind: 'review-own-line', memberId });
  const adjust = (draft: LineDraft) => {
    setOpened(false);
    const change = { memberId, ...lineOf(draft), reason: draft.reason.trim() };
    if (sameLine(before, change)) pass();
    else review.mutate({ kind: 'review-own-line', memberId, change });
  };
  return (
    <div className="stack-small">
      <span>
        {words.review.ownHint(name)} <span className="num strong">{lineText(before, formatPoints)}</span>
      </span>
      <ActOutcome act={review} what={words.review.ownTitle} />
      <div className="row">
        <ConfirmedButton question={words.review.ownConfirm(name)} onConfirm={pass} type="primary" loading={review.isPending}>
          {words.review.ownPass}
        </ConfirmedButton>
        <Button onClick={() => setOpened(true)}>{words.review.ownAdjust}</Button>
      </div>
      {opened ? (
        <LineDrawer
          {...{ name, before, value: lineDraft(before), month }}
          reasonRequired
          onApply={adjust}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </div>
  );
}
