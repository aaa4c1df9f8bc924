import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { commonRound } from '../../parts/decided-with.ts';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TextField } from '../../parts/text-field.tsx';

type PanelProps = { month: BranchMonthScreen };

/** Step ⑦: where and when the list was put up; the days count from the next. */
export function PostingPanel({ month }: PanelProps) {
  const [postedOn, setPostedOn] = useState(month.today);
  const [place, setPlace] = useState('');
  const [checked, setChecked] = useState(false);
  const posting = useDecision(month);
  const submit = () => {
    setChecked(true);
    if (postedOn !== '' && place.trim() !== '') posting.mutate({ kind: 'post', postedOn, place: place.trim() });
  };
  return (
    <Panel title={words.publication.postTitle}>
      <div className="stack">
        <span className="muted">{words.publication.postHint}</span>
        <DateField
          label={words.publication.postedOn}
          value={postedOn}
          max={month.today}
          onChange={setPostedOn}
          error={checked && postedOn === '' ? words.publication.postedOnMissing : undefined}
        />
        <TextField
          label={words.publication.place}
          placeholder={words.publication.placeExample}
          value={place}
          onChange={setPlace}
          error={checked && place.trim() === '' ? words.publication.placeMissing : undefined}
        />
        <span className="muted">{words.publication.inside}</span>
        <ActOutcome act={posting} what={words.publication.postTitle} />
        <div>
          <Button type="primary" loading={posting.isPending} onClick={submit}>
            {words.publication.postSubmit}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

/** Step ⑧: a filing with a receipt, not an approval. */
export function FilingPanel({ month }: PanelProps) {
  const filing = useDecision(month);
  const joint = commonRound(month);
  return (
    <Panel title={words.publication.fileTitle}>
      <div className="stack">
        <span className="muted">{words.publication.fileHint}</span>
        {joint ? <span>{words.joint.fileHint(joint)}</span> : null}
        <ActOutcome act={filing} what={words.publication.fileTitle} />
        <ConfirmedButton
          question={words.publication.fileConfirm}
          onConfirm={() => filing.mutate({ kind: 'file' })}
          type="primary"
          loading={filing.isPending}
        >
          {words.publication.fileSubmit}
        </ConfirmedButton>
      </div>
    </Panel>
  );
}

/** The supervising committee's side: a receipt, or back with a reason. */
export function ReceiptPanel({ month }: PanelProps) {
  const receipt = useDecision(month);
  return (
    <Panel title={words.publication.receiveTitle}>
      <div className="stack">
        <span className="muted">{words.publication.receiveHint}</span>
        {month.allowed.includes('receive') ? (
          <>
            <ActOutcome act={receipt} what={words.publication.receiveSubmit} />
            <ConfirmedButton
              question={words.publication.receiveConfirm}
              onConfirm={() => receipt.mutate({ kind: 'receive' })}
              type="primary"
              loading={receipt.isPending}
            >
              {words.publication.receiveSubmit}
            </ConfirmedButton>
          </>
        ) : null}
        {month.allowed.includes('return') ? <ReturnForm month={month} /> : null}
      </div>
    </Panel>
  );
}

function ReturnForm({ month }: PanelProps) {
  const [backTo, setBackTo] = useState<'posting' | 'filing'>('filing');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const returned = useDecision(month);
  const submit = () => {
    setChecked(true);
    if (reason.trim() !== '') returned.mutate({ kind: 'return', backTo, reason: reason.trim() });
  };
  const { posting, filing } = words.publication.returnTargets;
  return (
    <fieldset className="pledge stack">
      <legend>{words.publication.returnSubmit}</legend>
      <Radio.Group
        aria-label={words.publication.returnTo}
        value={backTo}
        onChange={(event) => setBackTo(event.target.value === 'posting' ? 'posting' : 'filing')}
        options={[
          { value: 'filing', label: filing },
          { value: 'posting', label: posting },
        ]}
      />
      <TextField
        label={words.publication.returnReason}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        error={checked && reason.trim() === '' ? words.publication.returnReasonMissing : undefined}
      />
      <ActOutcome act={returned} what={words.publication.returnSubmit} />
      <div>
        <Button danger loading={returned.isPending} onClick={submit}>
          {words.publication.returnSubmit}
        </Button>
      </div>
    </fieldset>
  );
}
