import { DeleteOutlined } from '@ant-design/icons';
import { saysSomething, sentence, typedPoints } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button, Form, type FormItemProps, type FormRule, Input, Select } from 'antd';
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

/** Deductions or rewards, one below the other. */
export function EntriesField({ name, add, ...rest }: EntriesFieldProps) {
  return (
    <GrowingList name={name} add={add} added={emptyEntry}>
      {({ key, ...entry }) => <Entry key={key} list={name} {...entry} {...rest} />}
    </GrowingList>
  );
}

type EntryProps = Pick<EntriesFieldProps, 'items' | 'most'> & { list: string; at: number; onRemove: () => void };

/** What the entries before it leave of what they may come to together. */
const withinAll =
  (list: string, at: number, most: number): FormRule =>
  ({ getFieldValue }) => {
    const before: readonly EntryDraft[] = getFieldValue(list).slice(0, at);
    return ruleOf(typedPoints({ most: most - sumOfDrafts(before) }), undefined, words.line.togetherAtMost(most));
  };

/** An entry says what it is for, or what proves it; an item that asks for proof has it. */
function Entry({ list, at, items, most, onRemove }: EntryProps) {
  const form = Form.useFormInstance();
  const item: unknown = Form.useWatch([list, at, 'item'], form);
  const chosen = items.find((one) => one.item === item);
  const fillIn = (wanted: string) => {
    const usual = items.find((one) => one.item === wanted)?.usual;
    if (usual !== undefined) form.setFieldValue([list, at, 'amount'], formatPoints(usual));
  };
  const proves = chosen?.evidence === 'required';
  const { evidenceMissing } = words.line;
  const basisMissing = proves ? undefined : words.line.basisMissing;
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
        most={chosen?.maximum ?? 10_000}
        also={most === undefined ? undefined : withinAll(list, at, most)}
      />
      <TextCell
        name={[at, 'basis']}
        label={words.line.basis}
        dependencies={[[list, at, 'evidence']]}
        rule={({ getFieldValue }) => ruleOf(sentence, saysSomething(getFieldValue([list, at, 'evidence'])) ? undefined : basisMissing)}
      />
      <TextCell name={[at, 'evidence']} label={words.line.evidence} rule={ruleOf(sentence, proves ? evidenceMissing : undefined)} />
      <Button icon={<DeleteOutlined />} aria-label={words.shell.remove} onClick={onRemove} />
      {chosen?.maximum === undefined ? null : <span className="muted">{words.application.atMost(chosen.maximum)}</span>}
    </div>
  );
}

type TextCellProps = Pick<FormItemProps, 'dependencies'> & { name: (string | number)[]; label: string; rule: FormRule };

const TextCell = ({ name, label, rule, dependencies = [] }: TextCellProps) => (
  <Form.Item name={name} dependencies={dependencies} rules={[rule]}>
    <Input aria-label={label} placeholder={label} />
  </Form.Item>
);
