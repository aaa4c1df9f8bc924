import type { NewSchemeVersion, SectorName } from '@jifen/contracts';
import { sectorNames, words } from '@jifen/wording';
import { Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { v4 as newId } from 'uuid';
import { useDraftScheme, useSchemeLibrary } from '../../api/schemes.ts';
import { RadioField, SelectField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { FileField, type ReadFile } from './file-field.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

type Kind = NewSchemeVersion['origin']['kind'];
type Draft = { kind: Kind; library?: string; file?: ReadFile };
const said = words.schemes.drafting;
const kinds: readonly Kind[] = ['in-force', 'library', 'file'];

/** Only of a complete draft. */
function originOf({ kind, library = '', file }: Draft): NewSchemeVersion['origin'] {
  if (kind === 'library') return { kind, name: library };
  return kind === 'file' && file && 'text' in file ? { kind, ...file } : { kind: 'in-force' };
}

/** A new version, from what is in force, from the library or from a file. */
export function DraftDialog({ sector, onClose }: { sector: SectorName; onClose: () => void }) {
  const navigate = useNavigate();
  const [versionId, renew] = useState(() => newId());
  const drafting = useDraftScheme(versionId);
  const changed = () => {
    drafting.reset();
    renew(newId());
  };
  return (
    <FormDialog<Draft, NewSchemeVersion>
      title={said.title}
      submit={said.create}
      initial={{ kind: 'in-force' }}
      command={drafting}
      ask={(draft) => ({ sector, origin: originOf(draft) })}
      told={() => said.created}
      onDone={() => void navigate(`/schemes/${versionId}`)}
      Refusal={SchemeRefused}
      onChange={changed}
      onClose={onClose}
    >
      <span className="strong">{sectorNames[sector]}</span>
      <span className="muted">{said.hint}</span>
      <RadioField name="kind" label={said.from} options={kinds.map((value) => ({ value, label: said.origins[value] }))} />
      <Source />
    </FormDialog>
  );
}

function Source() {
  const kind = Form.useWatch('kind', Form.useFormInstance<Draft>());
  const library = useSchemeLibrary(kind === 'library');
  if (kind === 'library')
    return (
      <SelectField
        name="library"
        label={said.library}
        missing={said.libraryMissing}
        loading={library.isPending}
        options={(library.data?.schemes ?? []).map(({ name, title }) => ({ value: name, label: title }))}
      />
    );
  return kind === 'file' ? (
    <Form.Item<Draft> name="file" rules={[{ validator: readable }]}>
      <ChosenFile />
    </Form.Item>
  ) : null;
}

async function readable(_rule: unknown, file: ReadFile | undefined): Promise<void> {
  if (!file) throw new Error(said.fileMissing);
  if ('tooLarge' in file) throw new Error(said.tooLarge);
}

function ChosenFile({ value, onChange = () => undefined }: { value?: ReadFile; onChange?: (file: ReadFile) => void }) {
  return <FileField name={said.choose} onRead={onChange} {...(value && 'name' in value ? { chosen: value.name } : {})} />;
}
