import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Form } from 'antd';
import { useDecision } from '../../api/acts.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { ChangesTable } from './changes-table.tsx';
import { type Changes, changedLines } from './line-draft.ts';
import { valuesOf } from './lines.ts';

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
