import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { EntryLine, SchemeItems } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Input, Select } from 'antd';
import { PointsInput } from '../../parts/points-input.tsx';

export type EntryDraft = {
  key: string;
  item: string | undefined;
  amount: number | undefined;
  basis: string;
  evidence?: string | undefined;
};
type Items = SchemeItems['deductions'];

export const draftEntries = (entries: readonly EntryLine[]): EntryDraft[] =>
  entries.map(({ item, amount, basis, evidence }) => ({ key: crypto.randomUUID(), item, amount, basis: basis ?? '', evidence }));

export const isComplete = (drafts: readonly EntryDraft[]) =>
  drafts.every(({ item, amount }) => item !== undefined && amount !== undefined && amount > 0);

/** Only of complete drafts. The one field asks for what an entry rests on, document or witness: that is its evidence too. */
export const entriesOf = (drafts: readonly EntryDraft[]): EntryLine[] =>
  drafts.map(({ item = '', amount = 0, basis, evidence }) => {
    const said = basis.trim();
    return { item, amount, ...(said === '' ? {} : { basis: said, evidence: evidence ?? said }) };
  });

type EntriesFieldProps = {
  title: string;
  add: string;
  items: Items;
  value: readonly EntryDraft[];
  onChange: (value: readonly EntryDraft[]) => void;
};

export function EntriesField({ title, add, items, value, onChange }: EntriesFieldProps) {
  const replace = (changed: EntryDraft) => onChange(value.map((one) => (one.key === changed.key ? changed : one)));
  const another = (): EntryDraft => ({ key: crypto.randomUUID(), item: undefined, amount: undefined, basis: '' });
  return (
    <fieldset className="pledge">
      <legend>{title}</legend>
      <div className="stack-small">
        {value.map((draft) => (
          <EntryRow
            key={draft.key}
            items={items}
            draft={draft}
            onChange={replace}
            onRemove={() => onChange(value.filter((one) => one.key !== draft.key))}
          />
        ))}
        <Button icon={<PlusOutlined />} onClick={() => onChange([...value, another()])}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}

type EntryRowProps = { items: Items; draft: EntryDraft; onChange: (draft: EntryDraft) => void; onRemove: () => void };

function EntryRow({ items, draft, onChange, onRemove }: EntryRowProps) {
  const choose = (item: string) => onChange({ ...draft, item, amount: items.find((one) => one.item === item)?.amount ?? draft.amount });
  return (
    <div className="entry">
      <Select
        aria-label={words.line.item}
        placeholder={words.line.item}
        value={draft.item ?? null}
        onChange={(item) => item !== null && choose(item)}
        options={items.map(({ item, title, sample }) => ({ value: item, label: `${title}${sample ? words.line.sample : ''}` }))}
      />
      <PointsInput label={words.line.amount} value={draft.amount} onChange={(amount) => onChange({ ...draft, amount })} />
      <Input
        aria-label={words.line.basis}
        placeholder={words.line.basis}
        maxLength={200}
        value={draft.basis}
        onChange={(event) => onChange({ ...draft, basis: event.target.value })}
      />
      <Button icon={<DeleteOutlined />} aria-label={words.shell.remove} onClick={onRemove} />
    </div>
  );
}
