import type { ApplicationForm } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useSubmission } from '../../api/acts.ts';
import { DateField } from '../../parts/date-field.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { AskBranch } from './ask-branch.tsx';
import { bodyOf, type Draft, draftOf, emptyPledge, missingIn } from './draft.ts';
import { PledgeField } from './pledge-field.tsx';
import { RewardsField } from './rewards-field.tsx';

type FillInProps = { form: ApplicationForm; onBehalf: boolean; before: ApplicationForm['submitted'] };
type PartProps = { form: ApplicationForm; draft: Draft; change: (part: Partial<Draft>) => void; checked: boolean };

export function FillIn({ form, onBehalf, before }: FillInProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(form, before));
  const [checked, setChecked] = useState(false);
  const submission = useSubmission(form, form.memberId);
  const needs = { late: form.late, onBehalf };
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const submit = () => {
    setChecked(true);
    if (!missingIn(draft, needs)) submission.mutate(bodyOf(draft, needs));
  };
  const part = { form, draft, change, checked };
  return (
    <>
      <Pledges {...part} />
      <RewardsField items={form.rewardItems} value={draft.rewards} onChange={(rewards) => change({ rewards })} checked={checked} />
      {onBehalf || form.late ? <Further {...part} onBehalf={onBehalf} /> : null}
      {onBehalf ? null : <AskBranch />}
      <ActOutcome act={submission} what={words.application.title(form.period)} />
      <div className="submit-bar">
        <Button type="primary" size="large" block loading={submission.isPending} onClick={submit}>
          {onBehalf ? words.application.submitOnBehalf : words.application.submit}
        </Button>
      </div>
    </>
  );
}

function Pledges({ form, draft, change, checked }: PartProps) {
  const { last } = form;
  const sameAsLast = () => last && change({ pledges: draftOf(form, { fulfilments: last.fulfilments, rewards: [] }).pledges });
  return (
    <Panel
      title={words.application.pledges}
      extra={
        last && form.pledges.length > 0 ? (
          <Button onClick={sameAsLast} title={words.application.sameAsLastHint}>
            {words.application.sameAsLast}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        {form.pledges.length === 0 ? <span>{words.application.noPledges}</span> : null}
        {form.pledges.map((pledge) => (
          <PledgeField
            key={pledge.pledgeId}
            pledge={pledge}
            value={draft.pledges[pledge.pledgeId] ?? emptyPledge}
            checked={checked}
            onChange={(value) => change({ pledges: { ...draft.pledges, [pledge.pledgeId]: value } })}
          />
        ))}
        <span className="muted">{words.application.calculated(form.ceiling)}</span>
        <span className="muted">{words.application.attendance}</span>
      </div>
    </Panel>
  );
}

function Further({ form, draft, change, checked, onBehalf }: PartProps & { onBehalf: boolean }) {
  return (
    <Card>
      <div className="stack">
        {onBehalf ? (
          <DateField
            label={words.application.paperSignedOn}
            value={draft.paperSignedOn}
            onChange={(paperSignedOn) => change({ paperSignedOn })}
            error={checked && draft.paperSignedOn === '' ? words.application.paperSignedOnMissing : undefined}
          />
        ) : null}
        {form.late ? (
          <TextField
            label={words.application.lateReason}
            value={draft.lateReason}
            onChange={(lateReason) => change({ lateReason })}
            error={checked && draft.lateReason.trim() === '' ? words.application.lateReasonMissing : undefined}
          />
        ) : null}
      </div>
    </Card>
  );
}
