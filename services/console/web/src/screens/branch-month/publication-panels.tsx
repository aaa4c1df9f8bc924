import { type BranchMonthScreen, paragraph } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/buttons.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { DateField, RadioField, TextField } from '../../parts/form/fields.tsx';
import { commonRound, firstDayOf } from '../../parts/months.ts';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';

type PanelProps = { month: BranchMonthScreen };

type Posting = { postedOn: string; place: string };

/** Step ⑦: where and when the list was put up; the days count from the next. */
export function PostingPanel({ month }: PanelProps) {
  const posting = useDecision(month);
  const said = words.publication;
  return (
    <Panel title={said.postTitle}>
      <EntryForm<Posting>
        initial={{ postedOn: month.today, place: '' }}
        submit={said.postSubmit}
        pending={posting.isPending}
        onSubmit={({ postedOn, place }) => posting.mutate({ kind: 'post', postedOn, place: place.trim() })}
      >
        <span className="muted">{said.postHint}</span>
        <DateField name="postedOn" label={said.postedOn} missing={said.postedOnMissing} min={firstDayOf(month)} max={month.today} />
        <TextField name="place" label={said.place} missing={said.placeMissing} placeholder={said.placeExample} />
        <span className="muted">{said.inside}</span>
        <ActOutcome act={posting} what={said.postTitle} />
      </EntryForm>
    </Panel>
  );
}

/** Step ⑧: a filing with a receipt, not an approval. */
export function FilingPanel({ month }: PanelProps) {
  const joint = commonRound(month);
  return (
    <Panel title={words.publication.fileTitle}>
      <div className="stack">
        <span className="muted">{words.publication.fileHint}</span>
        {joint ? <span>{words.joint.fileHint(joint)}</span> : null}
        <Confirmed month={month} kind="file" question={words.publication.fileConfirm}>
          {words.publication.fileSubmit}
        </Confirmed>
      </div>
    </Panel>
  );
}

/** The supervising committee's side: a receipt, or back with a reason. */
export function ReceiptPanel({ month }: PanelProps) {
  const mayReceive = month.allowed.includes('receive');
  const mayReturn = month.allowed.includes('return');
  if (!mayReceive && !mayReturn) return null;
  return (
    <Panel title={words.publication.receiveTitle}>
      <div className="stack">
        <span className="muted">{words.publication.receiveHint}</span>
        {mayReceive ? (
          <Confirmed month={month} kind="receive" question={words.publication.receiveConfirm}>
            {words.publication.receiveSubmit}
          </Confirmed>
        ) : null}
        {mayReturn ? <ReturnForm month={month} /> : null}
      </div>
    </Panel>
  );
}

type ConfirmedProps = PanelProps & { kind: 'file' | 'receive'; question: string; children: string };

function Confirmed({ month, kind, question, children }: ConfirmedProps) {
  const act = useDecision(month);
  return (
    <>
      <ActOutcome act={act} what={children} />
      <ConfirmedButton type="primary" question={question} onConfirm={() => act.mutate({ kind })} loading={act.isPending}>
        {children}
      </ConfirmedButton>
    </>
  );
}

type Return = { backTo: 'posting' | 'filing'; reason: string };

function ReturnForm({ month }: PanelProps) {
  const returned = useDecision(month);
  const said = words.publication;
  const { posting, filing } = said.returnTargets;
  return (
    <fieldset className="pledge">
      <legend>{said.returnSubmit}</legend>
      <EntryForm<Return>
        initial={{ backTo: 'filing', reason: '' }}
        submit={said.returnSubmit}
        question={said.returnConfirm}
        pending={returned.isPending}
        button={{ type: 'default', danger: true }}
        onSubmit={({ backTo, reason }) => returned.mutate({ kind: 'return', backTo, reason: reason.trim() })}
      >
        <RadioField
          name="backTo"
          label={said.returnTo}
          options={[
            { value: 'filing', label: filing },
            { value: 'posting', label: posting },
          ]}
        />
        <TextField name="reason" label={said.returnReason} missing={said.returnReasonMissing} rows={2} schema={paragraph} />
        <ActOutcome act={returned} what={said.returnSubmit} />
      </EntryForm>
    </fieldset>
  );
}
