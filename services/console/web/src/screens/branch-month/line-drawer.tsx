import type { LineValuesShape, SchemeItems } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { FieldError } from '../../parts/date-field.tsx';
import { PointsInput } from '../../parts/points-input.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { draftEntries, EntriesField, type EntryDraft, entriesOf, isComplete } from './entries-field.tsx';
import { lineText, sameLine } from './lines.ts';

export type LineChange = LineValuesShape & { reason: string };

export type LineDrawerProps = {
  name: string;
  before: LineValuesShape;
  value: LineValuesShape;
  reason: string;
  ceiling: number;
  items: SchemeItems;
  /** A change of the step before needs its reason. */
  reasonRequired: boolean;
  onApply: (change: LineChange) => void;
  onClose: () => void;
};

/** One member's line opened: deductions, task points, rewards, and the reason of a change. */
export function LineDrawer(props: LineDrawerProps) {
  const { name, onClose } = props;
  return (
    <Drawer title={words.line.title(name)} open onClose={onClose} size={620} destroyOnHidden>
      <LineForm {...props} />
    </Drawer>
  );
}

function LineForm({ before, value, reason: known, ceiling, items, reasonRequired, onApply }: LineDrawerProps) {
  const [task, setTask] = useState<number | undefined>(value.task);
  const [deductions, setDeductions] = useState<readonly EntryDraft[]>(() => draftEntries(value.deductions));
  const [rewards, setRewards] = useState<readonly EntryDraft[]>(() => draftEntries(value.rewards));
  const [reason, setReason] = useState(known);
  const [checked, setChecked] = useState(false);
  const complete = task !== undefined && isComplete(deductions) && isComplete(rewards);
  const line = { task: task ?? 0, deductions: entriesOf(deductions), rewards: entriesOf(rewards) };
  const changed = !sameLine(line, before);
  const reasonMissing = reasonRequired && changed && reason.trim() === '';
  const apply = () => {
    setChecked(true);
    if (complete && !reasonMissing) onApply({ ...line, reason: reason.trim() });
  };
  return (
    <div className="stack">
      <span className="muted num">{words.line.before(lineText(before, formatPoints))}</span>
      <div className="field">
        <span className="field-label">
          {words.line.task} {words.line.taskHint(ceiling)}
        </span>
        <PointsInput label={words.line.task} value={task} maximum={ceiling} onChange={setTask} />
      </div>
      <EntriesField
        title={words.line.deductions}
        add={words.line.addDeduction}
        items={items.deductions}
        value={deductions}
        onChange={setDeductions}
      />
      <EntriesField title={words.line.rewards} add={words.line.addReward} items={items.rewards} value={rewards} onChange={setRewards} />
      {reasonRequired ? (
        <TextField
          label={words.line.reason}
          placeholder={words.line.reasonHint}
          rows={2}
          value={reason}
          onChange={setReason}
          error={checked && reasonMissing ? words.line.reasonMissing : undefined}
        />
      ) : null}
      <FieldError error={checked && !complete ? words.line.incomplete : undefined} />
      <Button type="primary" onClick={apply}>
        {words.line.apply}
      </Button>
    </div>
  );
}
