import type { NewSchemeVersion, SectorName } from '@jifen/contracts';
import { sectorNames, words } from '@jifen/wording';
import { App, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDraftScheme, useSchemeLibrary } from '../../api/schemes.ts';
import { FieldError } from '../../parts/date-field.tsx';
import { FileField, type ReadFile } from './file-field.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

type Kind = NewSchemeVersion['origin']['kind'];
type Draft = { kind: Kind; library: string | undefined; file: ReadFile | undefined };
const said = words.schemes.drafting;
const kinds: readonly Kind[] = ['in-force', 'library', 'file'];

function originOf({ kind, library, file }: Draft): NewSchemeVersion['origin'] | undefined {
  if (kind === 'in-force') return { kind };
  if (kind === 'library') return library === undefined ? undefined : { kind, name: library };
  return file && 'text' in file ? { kind, ...file } : undefined;
}

/** A new version, from what is in force, from the library or from a file. */
export function DraftDialog({ sector, onClose }: { sector: SectorName; onClose: () => void }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [versionId, renew] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<Draft>({ kind: 'in-force', library: undefined, file: undefined });
  const [checked, setChecked] = useState(false);
  const drafting = useDraftScheme(versionId);
  const change = (changed: Partial<Draft>) => {
    drafting.reset();
    renew(crypto.randomUUID());
    setDraft({ ...draft, ...changed });
  };
  const create = () => {
    const origin = originOf(draft);
    setChecked(true);
    if (!origin) return;
    const told = () => {
      void message.success(said.created);
      void navigate(`/schemes/${versionId}`);
    };
    drafting.mutate({ sector, origin }, { onSuccess: told });
  };
  return (
    <Modal
      title={said.title}
      open
      onCancel={onClose}
      onOk={create}
      okText={said.create}
      confirmLoading={drafting.isPending}
      closable={false}
      width={480}
      centered
    >
      <div className="stack">
        <span className="strong">{sectorNames[sector]}</span>
        <span className="muted">{said.hint}</span>
        <Radio.Group
          aria-label={said.from}
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value })}
          options={kinds.map((value) => ({ value, label: said.origins[value] }))}
        />
        <Source draft={draft} onChange={change} checked={checked} />
        {drafting.error ? <SchemeRefused refused={drafting.error} /> : null}
      </div>
    </Modal>
  );
}

type SourceProps = { draft: Draft; onChange: (changed: Partial<Draft>) => void; checked: boolean };

function Source({ draft, onChange, checked }: SourceProps) {
  const library = useSchemeLibrary(draft.kind === 'library');
  if (draft.kind === 'in-force') return null;
  if (draft.kind === 'library')
    return (
      <div className="field">
        <Select
          aria-label={said.library}
          placeholder={said.library}
          loading={library.isPending}
          value={draft.library}
          onChange={(chosen) => onChange({ library: chosen })}
          options={(library.data?.schemes ?? []).map(({ name, title }) => ({ value: name, label: title }))}
        />
        <FieldError error={checked && draft.library === undefined ? said.libraryMissing : undefined} />
      </div>
    );
  const tooLarge = draft.file && 'tooLarge' in draft.file ? said.tooLarge : undefined;
  const missing = checked && !draft.file ? said.fileMissing : undefined;
  const name = draft.file && 'name' in draft.file ? { chosen: draft.file.name } : {};
  return <FileField name={said.choose} onRead={(file) => onChange({ file })} error={tooLarge ?? missing} {...name} />;
}
