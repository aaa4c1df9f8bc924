import { DeleteOutlined } from '@ant-design/icons';
import { sentence } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button, Form, Input, Select } from 'antd';
import { emptyEntry } from './entry-draft.ts';
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
  /** Where an item asks for no evidence, its reason is asked for. */
  basisAsked?: boolean;
};

/** Deductions or rewards, one below the other. */
export function EntriesField({ name, add, ...rest }: EntriesFieldProps) {
  return (
    <GrowingList name={name} add={add} added={emptyEntry}>
      {({ key, ...entry }) => <Entry key={key} list={name} {...entry} {...rest} />}
    </GrowingList>
  );
}

type EntryProps = Pick<EntriesFieldProps, 'items' | 'basisAsked'> & { list: string; at: number; onRemove: () => void };

function Entry({ list, at, items, basisAsked = false, onRemove }: EntryProps) {
  const form = Form.useFormInstance();
  const item: unknown = Form.useWatch([list, at, 'item'], form);
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
        most={chosen?.maximum ?? 10_000}
      />
      <TextCell name={[at, 'basis']} label={words.line.basis} missing={basisAsked && !proves ? words.line.basisMissing : undefined} />
      <TextCell name={[at, 'evidence']} label={words.line.evidence} missing={proves ? words.line.evidenceMissing : undefined} />
      <Button icon={<DeleteOutlined />} aria-label={words.shell.remove} onClick={onRemove} />
      {chosen?.maximum === undefined ? null : <span className="muted">{words.application.atMost(chosen.maximum)}</span>}
    </div>
  );
}

type TextCellProps = { name: (string | number)[]; label: string; missing: string | undefined };

const TextCell = ({ name, label, missing }: TextCellProps) => (
  <Form.Item name={name} rules={[ruleOf(sentence, missing)]}>
    <Input aria-label={label} placeholder={label} />
  </Form.Item>
);
