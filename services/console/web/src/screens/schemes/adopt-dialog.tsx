import type { SchemeVersionView } from '@jifen/contracts';
import { formatPeriod, sectorNames, words } from '@jifen/wording';
import { App, Button, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useToday } from '../../api/queries.ts';
import { useAdoptScheme } from '../../api/schemes.ts';
import { DateField } from '../../parts/date-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes.adopt;
const offered = 13;

type Draft = { from: string; number: string; on: string; reason: string };

/** This many months from one on. */
function monthsFrom(first: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: offered }, (_, index) => {
    const count = year * 12 + month - 1 + index;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

type Missing = { number?: string; on?: string; reason?: string };

function missingIn({ number, on, reason }: Draft, today: string): Missing {
  return {
    ...(number.trim() === '' ? { number: said.numberMissing } : {}),
    ...(on === '' || on > today ? { on: said.onMissing } : {}),
    ...(reason.trim() === '' ? { reason: said.reasonMissing } : {}),
  };
}

/** First it is filled in, then read once more with what follows from it, then adopted. */
export function AdoptDialog({ version, onClose }: { version: SchemeVersionView; onClose: () => void }) {
  const { message } = App.useApp();
  const today = useToday().data?.today ?? '';
  const [draft, setDraft] = useState<Draft>({ from: version.earliest, number: '', on: '', reason: '' });
  const [stage, setStage] = useState<'filling' | 'checked' | 'confirming'>('filling');
  const adopting = useAdoptScheme(version.id);
  const missing = missingIn(draft, today);
  const next = () => setStage(Object.keys(missing).length === 0 ? 'confirming' : 'checked');
  const change = (changed: Partial<Draft>) => {
    adopting.reset();
    setDraft({ ...draft, ...changed });
  };
  const adopt = () => {
    const { from, number, on, reason } = draft;
    const told = () => {
      void message.success(said.adopted(from));
      onClose();
    };
    const adoption = { from, document: { number: number.trim(), on }, reason: reason.trim(), replaces: version.revision };
    adopting.mutate(adoption, { onSuccess: told, onError: () => setStage('checked') });
  };
  const confirming = stage === 'confirming';
  const footer = confirming ? (
    <>
      <Button disabled={adopting.isPending} onClick={() => setStage('checked')}>
        {said.back}
      </Button>
      <Button type="primary" autoFocus loading={adopting.isPending} onClick={adopt}>
        {said.adopt}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onClose}>{words.shell.cancel}</Button>
      <Button type="primary" onClick={next}>
        {said.next}
      </Button>
    </>
  );
  return (
    <Modal title={said.title} open onCancel={onClose} width={480} centered closable={false} footer={footer}>
      {confirming ? (
        <WhatFollows version={version} draft={draft} />
      ) : (
        <div className="stack">
          <Fields draft={draft} version={version} today={today} onChange={change} missing={stage === 'checked' ? missing : {}} />
          {adopting.error ? <SchemeRefused refused={adopting.error} /> : null}
        </div>
      )}
    </Modal>
  );
}

type FieldsProps = {
  draft: Draft;
  version: SchemeVersionView;
  today: string;
  onChange: (changed: Partial<Draft>) => void;
  missing: Missing;
};

function Fields({ draft, version: { earliest, fixedForTheYear }, today, onChange, missing }: FieldsProps) {
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{said.from}</label>
        <Select
          id={id}
          value={draft.from}
          onChange={(from) => onChange({ from })}
          options={monthsFrom(earliest).map((value) => ({ value, label: formatPeriod(value) }))}
        />
        {fixedForTheYear ? <span className="muted">{said.wholeYear(fixedForTheYear, earliest)}</span> : null}
      </div>
      <TextField label={said.number} value={draft.number} onChange={(number) => onChange({ number })} error={missing.number} />
      <DateField label={said.on} value={draft.on} max={today} onChange={(on) => onChange({ on })} error={missing.on} />
      <TextField
        label={said.reason}
        rows={2}
        maxLength={1000}
        value={draft.reason}
        onChange={(reason) => onChange({ reason })}
        error={missing.reason}
      />
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
      <span className="muted">{words.schemes.inForce.reason(reason.trim())}</span>
    </div>
  );
}
