import { localDate, paragraph, type SchemeAdoption, type SchemeVersionView } from '@jifen/contracts';
import { formatPeriod, sectorNames, words } from '@jifen/wording';
import { Alert, App } from 'antd';
import { useToday } from '../../api/queries.ts';
import { useAdoptScheme, useWithdrawScheme } from '../../api/schemes.ts';
import { DialogButton } from '../../parts/buttons.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { ReadAgainDialog } from '../../parts/form/form-dialog.tsx';
import { monthsFrom } from '../../parts/months.ts';
import { Panel } from '../../parts/page.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes.adopt;
const inForce = words.schemes.inForce;

/** From when it counts; until then how to get there, and how to take it back. */
export function AdoptPanel({ version }: { version: SchemeVersionView }) {
  const { status, adoption, errors, withdrawnBecause } = version;
  if (status === 'adopted' && adoption) return <Adopted version={version} adoption={adoption} />;
  if (status === 'withdrawn')
    return (
      <Panel title={said.title}>
        <Alert type="info" showIcon title={said.withdrawnBecause(withdrawnBecause ?? '')} />
      </Panel>
    );
  if (status !== 'compared' || errors > 0) return null;
  return (
    <Panel title={said.title}>
      <div className="no-print">
        <DialogButton type="primary" dialog={(close) => <AdoptDialog version={version} onClose={close} />}>
          {said.title}
        </DialogButton>
      </div>
    </Panel>
  );
}

type AdoptedProps = { version: SchemeVersionView; adoption: NonNullable<SchemeVersionView['adoption']> };

function Adopted({ version, adoption: { from, document, reason } }: AdoptedProps) {
  const { until, mayWithdraw } = version;
  return (
    <Panel title={said.title}>
      <div className="stack-small">
        <span className="now">{inForce.adopted(from, document.number, document.on)}</span>
        <span>{inForce.reason(reason)}</span>
        {until === undefined ? null : <span>{said.until(until)}</span>}
      </div>
      {mayWithdraw ? <Withdraw versionId={version.id} /> : <span className="muted">{said.inUse}</span>}
    </Panel>
  );
}

function Withdraw({ versionId }: { versionId: string }) {
  const { message } = App.useApp();
  const withdrawing = useWithdrawScheme(versionId);
  const withdraw = ({ reason }: { reason: string }) =>
    withdrawing.mutate({ reason: reason.trim() }, { onSuccess: () => void message.success(said.withdrawn) });
  return (
    <div className="no-print">
      <EntryForm
        initial={{ reason: '' }}
        submit={said.withdraw}
        question={said.withdrawHint}
        pending={withdrawing.isPending}
        button={{ type: 'default' }}
        onSubmit={withdraw}
      >
        <TextField name="reason" label={said.withdrawReason} missing={said.reasonMissing} />
        {withdrawing.error ? <SchemeRefused refused={withdrawing.error} /> : null}
      </EntryForm>
    </div>
  );
}

const offered = 13;

type Draft = { from: string; number: string; on: string; reason: string };

/** First it is filled in, then read once more with what follows from it, then adopted. */
function AdoptDialog({ version, onClose }: { version: SchemeVersionView; onClose: () => void }) {
  const today = useToday().data?.today ?? '';
  const adopting = useAdoptScheme(version.id);
  return (
    <ReadAgainDialog<Draft, SchemeAdoption & { replaces: number }>
      title={said.title}
      initial={{ from: version.earliest, number: '', on: '', reason: '' }}
      give={said.adopt}
      command={adopting}
      ask={({ from, number, on, reason }) => ({
        from,
        document: { number: number.trim(), on },
        reason: reason.trim(),
        replaces: version.revision,
      })}
      told={({ from }) => said.adopted(from)}
      summary={(draft) => <WhatFollows version={version} draft={draft} />}
      Refusal={SchemeRefused}
      onChange={adopting.reset}
      onClose={onClose}
    >
      <Fields version={version} today={today} />
    </ReadAgainDialog>
  );
}

function Fields({ version: { earliest, fixedForTheYear }, today }: { version: SchemeVersionView; today: string }) {
  return (
    <>
      <SelectField
        name="from"
        label={said.from}
        options={monthsFrom(earliest, offered).map((value) => ({ value, label: formatPeriod(value) }))}
        {...(fixedForTheYear ? { hint: said.wholeYear(fixedForTheYear, earliest) } : {})}
      />
      <TextField name="number" label={said.number} missing={said.numberMissing} />
      <DateField name="on" label={said.on} max={today} missing={said.onMissing} schema={localDate.refine((day) => day <= today)} />
      <TextField name="reason" label={said.reason} missing={said.reasonMissing} rows={2} schema={paragraph} />
    </>
  );
}

function WhatFollows({ version, draft: { from, number, on, reason } }: { version: SchemeVersionView; draft: Draft }) {
  return (
    <div className="stack">
      <span className="strong">{said.confirm(sectorNames[version.sector], from)}</span>
      <ul>
        {said.follows.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <span>{said.document(number.trim(), on)}</span>
      <span className="muted">{inForce.reason(reason.trim())}</span>
    </div>
  );
}
