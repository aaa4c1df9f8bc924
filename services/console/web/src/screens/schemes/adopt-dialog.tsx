import { localDate, paragraph, type SchemeAdoption, type SchemeVersionView } from '@jifen/contracts';
import { formatPeriod, sectorNames, words } from '@jifen/wording';
import { useToday } from '../../api/queries.ts';
import { useAdoptScheme } from '../../api/schemes.ts';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { ReadAgainDialog } from '../../parts/form/form-dialog.tsx';
import { monthAfter } from '../../parts/month-after.ts';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes.adopt;
const offered = 13;

type Draft = { from: string; number: string; on: string; reason: string };

const monthsFrom = (first: string) => Array.from({ length: offered }, (_, index) => monthAfter(first, index));

/** First it is filled in, then read once more with what follows from it, then adopted. */
export function AdoptDialog({ version, onClose }: { version: SchemeVersionView; onClose: () => void }) {
  const today = useToday().data?.today ?? '';
  const adopting = useAdoptScheme(version.id);
  return (
    <ReadAgainDialog<Draft, SchemeAdoption & { replaces: number }>
      title={said.title}
      initial={{ from: version.earliest, number: '', on: '', reason: '' }}
      said={said}
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
        options={monthsFrom(earliest).map((value) => ({ value, label: formatPeriod(value) }))}
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
      <span className="muted">{words.schemes.inForce.reason(reason.trim())}</span>
    </div>
  );
}
