import type { ApplicationForm, FulfilmentLine } from '@jifen/contracts';
import { fulfilmentNames, nameIn, pledgeKindNames, words } from '@jifen/wording';
import { Button, Card, Collapse, Form } from 'antd';
import { useState } from 'react';
import { useSubmission } from '../../api/acts.ts';
import { EntriesField } from '../../parts/form/entries-field.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { DateField, RadioField, TextField } from '../../parts/form/fields.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { bodyOf, type Draft, draftOf, withStatesOf } from './draft.ts';

type FillInProps = { form: ApplicationForm; onBehalf: boolean; before: ApplicationForm['submitted'] };

export function FillIn({ form, onBehalf, before }: FillInProps) {
  const submission = useSubmission(form, form.memberId);
  const { late } = form;
  const { askBranchTitle, askBranch, askBranchText } = words.application;
  return (
    <EntryForm<Draft>
      initial={draftOf(form, before ?? form.withdrawn)}
      submit={onBehalf ? words.application.submitOnBehalf : words.application.submit}
      pending={submission.isPending}
      button={{ size: 'large', block: true }}
      bar="submit-bar"
      onSubmit={(draft) => submission.mutate(bodyOf(draft, { late, onBehalf }))}
    >
      <Pledges form={form} />
      <Rewards items={form.rewardItems} />
      {onBehalf || late ? <Further late={late} keepsItsDay={form.withdrawn?.inTime ?? false} onBehalf={onBehalf} /> : null}
      {onBehalf ? null : <Collapse ghost items={[{ key: 'ask', label: `${askBranchTitle}${askBranch}`, children: askBranchText }]} />}
      <ActOutcome act={submission} what={words.application.title(form.period)} />
    </EntryForm>
  );
}

function Pledges({ form }: { form: ApplicationForm }) {
  const fields = Form.useFormInstance<Draft>();
  const { last, pledges } = form;
  const sameAsLast = (
    <Button
      title={words.application.sameAsLastHint}
      onClick={() => fields.setFieldsValue({ pledges: withStatesOf(fields.getFieldsValue(true).pledges, last?.fulfilments ?? []) })}
    >
      {words.application.sameAsLast}
    </Button>
  );
  return (
    <Panel title={words.application.pledges} extra={last && pledges.length > 0 ? sameAsLast : null}>
      <div className="stack">
        {pledges.length === 0 ? <span>{words.application.noPledges}</span> : null}
        {pledges.map((pledge) => (
          <PledgeField key={pledge.pledgeId} pledge={pledge} />
        ))}
        <span className="muted">{words.application.calculated(form.ceiling)}</span>
        <span className="muted">{words.application.attendance}</span>
      </div>
    </Panel>
  );
}

/** Folded away, as most months have none; where there is one it stays in sight. */
function Rewards({ items }: { items: ApplicationForm['rewardItems'] }) {
  const [opened, setOpened] = useState(false);
  const count: number = Form.useWatch((draft: Draft) => draft.rewards?.length ?? 0, { preserve: true }) ?? 0;
  const content = (
    <div className="stack">
      <span className="muted">{words.application.rewardsHint}</span>
      <EntriesField name="rewards" add={words.application.addReward} items={items.map((item) => ({ ...item, usual: item.maximum }))} />
    </div>
  );
  const label = `${words.application.rewards}${count > 0 ? ` ${count}` : ''}`;
  return (
    <Collapse
      activeKey={opened || count > 0 ? ['rewards'] : []}
      onChange={(open) => setOpened(open.length > 0)}
      items={[{ key: 'rewards', label, children: content }]}
    />
  );
}

const ways = (['paper', 'telephone'] as const).map((value) => ({ value, label: words.application.ways[value] }));

function Further({ late, keepsItsDay, onBehalf }: { late: boolean; keepsItsDay: boolean; onBehalf: boolean }) {
  const { lateReason, lateReasonMissing, paperSignedOn, paperSignedOnMissing } = words.application;
  const way = Form.useWatch<Draft['way']>('way', { form: Form.useFormInstance<Draft>(), preserve: true });
  return (
    <Card>
      <div className="stack">
        {onBehalf ? <RadioField name="way" label={words.application.way} options={ways} /> : null}
        {onBehalf && way !== 'telephone' ? <DateField name="paperSignedOn" label={paperSignedOn} missing={paperSignedOnMissing} /> : null}
        {onBehalf && way === 'telephone' ? <span className="muted">{words.application.byTelephoneHint}</span> : null}
        {late && keepsItsDay ? <span className="muted">{words.application.keepsItsDay}</span> : null}
        {late ? <TextField name="lateReason" label={lateReason} {...(keepsItsDay ? {} : { missing: lateReasonMissing })} /> : null}
      </div>
    </Card>
  );
}

type State = FulfilmentLine['state'];
const states = ['done', 'partly-done', 'not-done'] as const;

/** One pledge: three large choices, and a sentence only where it was not done in full. */
function PledgeField({ pledge: { pledgeId, kind, weight, text } }: { pledge: ApplicationForm['pledges'][number] }) {
  const name = ['pledges', pledgeId];
  const state: State | undefined = Form.useWatch([...name, 'state'], Form.useFormInstance());
  return (
    <fieldset className="pledge" aria-label={words.application.pledgeGroup(text)}>
      <legend>
        {nameIn(pledgeKindNames, kind)} {words.application.weight(weight)}
      </legend>
      <p className="pledge-text">{text}</p>
      <Form.Item name={[...name, 'state']} rules={[{ required: true, message: words.application.stateMissing }]}>
        <Choices />
      </Form.Item>
      {state === undefined || state === 'done' ? null : (
        <TextField name={[...name, 'sentence']} label={words.application.sentenceLabel} missing={words.application.sentenceMissing} />
      )}
    </fieldset>
  );
}

function Choices({ id, value, onChange }: { id?: string; value?: State; onChange?: (state: State) => void }) {
  return (
    <div className="choices">
      {states.map((state, index) => (
        <label className="choice" key={state}>
          <input type="radio" name={id} {...(index === 0 ? { id } : {})} checked={value === state} onChange={() => onChange?.(state)} />
          <span>{fulfilmentNames[state]}</span>
        </label>
      ))}
    </div>
  );
}
