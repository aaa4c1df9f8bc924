import { type BranchMonthScreen, type LineValuesShape, type SchemeItems, sentence } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Drawer } from 'antd';
import { EntriesField } from '../../parts/form/entries-field.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { PointsField, TextField } from '../../parts/form/fields.tsx';
import { ruleOf } from '../../parts/form/rule-of.ts';
import { type LineDraft, lineOf, lineText } from './lines.ts';

type LineDrawerProps = {
  name: string;
  before: LineValuesShape;
  value: LineDraft;
  month: Pick<BranchMonthScreen, 'ceiling' | 'items' | 'basePoints'>;
  /** Asked for where the step keeps a reason with the line: whether this one needs it. */
  needsReason?: (line: LineValuesShape) => boolean;
  /** It closes by itself afterwards. */
  onApply: (change: LineDraft) => void;
  onClose: () => void;
};

/** One member's line opened: deductions, task points, rewards, and the reason of a change. */
export function LineDrawer({ name, before, value, month, needsReason, onApply, onClose }: LineDrawerProps) {
  const { ceiling, items, basePoints } = month;
  const chosenFrom = (list: SchemeItems['rewards']) => list.map((item) => ({ ...item, usual: item.amount }));
  const apply = (change: LineDraft) => {
    onApply(change);
    onClose();
  };
  return (
    <Drawer title={words.line.title(name)} open onClose={onClose} size={620} destroyOnHidden>
      <EntryForm<LineDraft> initial={value} submit={words.line.apply} onSubmit={apply}>
        <span className="muted num">{words.line.before(lineText(before))}</span>
        <div className="number">
          <PointsField
            name="task"
            label={words.line.task}
            shown={`${words.line.task} ${words.line.taskHint(ceiling)}`}
            missing={words.line.taskMissing}
            most={ceiling}
          />
        </div>
        <fieldset className="pledge">
          <legend>{words.line.deductions}</legend>
          <EntriesField name="deductions" add={words.line.addDeduction} items={chosenFrom(items.deductions)} most={basePoints} />
        </fieldset>
        <fieldset className="pledge">
          <legend>{words.line.rewards}</legend>
          <EntriesField name="rewards" add={words.line.addReward} items={chosenFrom(items.rewards)} />
        </fieldset>
        {needsReason ? <Reason needsReason={needsReason} /> : null}
      </EntryForm>
    </Drawer>
  );
}

function Reason({ needsReason }: Required<Pick<LineDrawerProps, 'needsReason'>>) {
  return (
    <TextField
      name="reason"
      label={words.line.reason}
      placeholder={words.line.reasonHint}
      rows={2}
      rule={({ getFieldsValue }) => ruleOf(sentence, needsReason(lineOf(getFieldsValue(true))) ? words.line.reasonMissing : undefined)}
    />
  );
}
