import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Form } from 'antd';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton, DialogButton } from '../../parts/buttons.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { ChangesTable } from './changes-table.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { type Changes, changedLines, type LineDraft, lineDraft, lineOf, lineText, sameLine, valuesOf } from './lines.ts';

const registeredOf = (row: MonthRow) => valuesOf(row.registered ?? row.proposed);
const awaitsReview = ({ registered, reviewed }: MonthRow) => registered !== undefined && reviewed === undefined;

type Values = { changes: Changes };

/** Step ⑤: only differences are touched, the rest passes as registered; one's own line is left out. */
export function ReviewPanel({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const review = useDecision(month);
  const rows = month.rows.filter(awaitsReview);
  const title = month.hasCommittee ? words.review.title : words.review.titleSecretary;
  return (
    <Panel title={title}>
      <EntryForm<Values>
        initial={{ changes: {} }}
        submit={words.review.submit}
        question={words.review.confirm}
        pending={review.isPending}
        beside={<Summary others={rows.filter(({ memberId }) => memberId !== ownMemberId).length} />}
        onSubmit={({ changes }) => review.mutate({ kind: 'review', changes: changedLines(changes) })}
      >
        <span className="muted">{words.review.hint}</span>
        <Form.Item<Values> name="changes" noStyle>
          <ChangesTable month={month} rows={rows} before={registeredOf} ownMemberId={ownMemberId} />
        </Form.Item>
        <ActOutcome act={review} what={title} />
      </EntryForm>
    </Panel>
  );
}

function Summary({ others }: { others: number }) {
  const changed = Object.keys(Form.useWatch('changes', Form.useFormInstance<Values>()) ?? {}).length;
  return <span className="strong">{words.review.summary(changed, Math.max(0, others - changed))}</span>;
}

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
  const review = useDecision(month);
  const before = valuesOf(row.registered ?? row.proposed);
  const { memberId, name } = row;
  const pass = () => review.mutate({ kind: 'review-own-line', memberId });
  const adjust = (draft: LineDraft) => {
    const change = { memberId, ...lineOf(draft), reason: draft.reason.trim() };
    if (sameLine(before, change)) pass();
    else review.mutate({ kind: 'review-own-line', memberId, change });
  };
  const drawer = (close: () => void) => (
    <LineDrawer
      {...{ name, before, value: lineDraft(before), month }}
      needsReason={(line) => !sameLine(line, before)}
      onApply={adjust}
      onClose={close}
    />
  );
  return (
    <div className="stack-small">
      <span>
        {words.review.ownHint(name)} <span className="num strong">{lineText(before)}</span>
      </span>
      <ActOutcome act={review} what={words.review.ownTitle} />
      <div className="row">
        <ConfirmedButton question={words.review.ownConfirm(name)} onConfirm={pass} type="primary" loading={review.isPending}>
          {words.review.ownPass}
        </ConfirmedButton>
        <DialogButton dialog={drawer}>{words.review.ownAdjust}</DialogButton>
      </div>
    </div>
  );
}
