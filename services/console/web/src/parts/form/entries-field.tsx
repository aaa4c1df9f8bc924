import { DeleteOutlined } from '@ant-design/icons';
import { saysSomething, sentence } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button, Form, type FormItemProps, Input, Select } from 'antd';
import { type EntryDraft, emptyEntry, sumOfDrafts } from './entry-draft.ts';
import { GrowingList, PointsField } from './fields.tsx';
import { ruleOf } from './rule-of.ts';

/** An item to choose; `usual` is filled in with it, beyond `maximum` nothing is taken. */
export type Item = {
  item: string;
  title: string;
  sample: boolean;
  evidence: 'required' | 'optional';
  usual?: number | undefined;
  maximum?: number;
};
type EntriesFieldProps = {
  name: 'deductions' | 'rewards';
  add: string;
  items: readonly Item[];
  /** In hundredths, all entries together. */
  most?: number | undefined;
};

/** In hundredths. */
const mostPoints = 10_000;

/** Deductions or rewards, one below the other. */
export function EntriesField({ name, add, ...rest }: EntriesFieldProps) {
  return (
    <GrowingList name={name} add={add} added={emptyEntry}>
      {({ key, ...entry }) => <Entry key={key} list={name} {...entry} {...rest} />}
    </GrowingList>
  );
}

type EntryProps = Pick<EntriesFieldProps, 'items' | 'most'> & { list: string; at: number; onRemove: () => void };

/** What the other entries leave of it. */
function useLeft(list: string, at: number, most: number | undefined): number {
  const entries: readonly EntryDraft[] = Form.useWatch(list, Form.useFormInstance()) ?? [];
  const others = entries.filter((_entry, index) => index !== at);
  return most === undefined ? mostPoints : Math.max(0, most - sumOfDrafts(others));
}

/** An entry says what it is for, or what proves it; an item that asks for proof has it. */
function Entry({ list, at, items, most, onRemove }: EntryProps) {
  const form = Form.useFormInstance();
  const item: unknown = Form.useWatch([list, at, 'item'], form);
  const evidence: unknown = Form.useWatch([list, at, 'evidence'], form);
  const left = useLeft(list, at, most);
  const chosen = items.find((one) => one.item === item);
  const fillIn = (wanted: string) => {
    const usual = items.find((one) => one.item === wanted)?.usual;
    if (usual !== undefined) form.setFieldValue([list, at, 'amount'], formatPoints(usual));
  };
  const proves = chosen?.evidence === 'required';
  return (
    <div className="entry">
      <Form.Item name={[at, 'item']} rules={[{ required: true, message: words.line.itemMissing }]}>
        <Select
          aria-label={words.line.item}
          placeholder={words.line.item}
          onChange={fillIn}
          options={items.map(({ item: value, title, sample }) => ({ value, label: `${title}${sample ? words.line.sample : ''}` }))}
        />
      </Form.Item>
      <PointsField
        name={[at, 'amount']}
        label={words.line.amount}
        missing={words.line.amountMissing}
        least={1}
        most={Math.min(left, chosen?.maximum ?? mostPoints)}
      />
      <TextCell
        name={[at, 'basis']}
        label={words.line.basis}
        missing={proves || isFilledIn(evidence) ? undefined : words.line.basisMissing}
        dependencies={[[list, at, 'evidence']]}
      />
      <TextCell name={[at, 'evidence']} label={words.line.evidence} missing={proves ? words.line.evidenceMissing : undefined} />
      <Button icon={<DeleteOutlined />} aria-label={words.shell.remove} onClick={onRemove} />
      {chosen?.maximum === undefined ? null : <span className="muted">{words.application.atMost(chosen.maximum)}</span>}
    </div>
  );
}

const isFilledIn = (typed: unknown): boolean => typeof typed === 'string' && saysSomething(typed);

type TextCellProps = Pick<FormItemProps, 'dependencies'> & { name: (string | number)[]; label: string; missing: string | undefined };

const TextCell = ({ name, label, missing, dependencies = [] }: TextCellProps) => (
  <Form.Item name={name} dependencies={dependencies} rules={[ruleOf(sentence, missing)]}>
    <Input aria-label={label} placeholder={label} />
  </Form.Item>
);
