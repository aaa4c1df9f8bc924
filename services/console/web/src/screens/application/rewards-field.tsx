import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ApplicationForm } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, Collapse, Input, Select } from 'antd';
import { FieldError } from '../../parts/date-field.tsx';
import { PointsInput } from '../../parts/points-input.tsx';
import { emptyReward, type RewardDraft } from './draft.ts';

type Items = ApplicationForm['rewardItems'];
type RewardsFieldProps = {
  items: Items;
  value: readonly RewardDraft[];
  onChange: (value: readonly RewardDraft[]) => void;
  checked: boolean;
};

/** Folded away: most months have none. */
export function RewardsField({ items, value, onChange, checked }: RewardsFieldProps) {
  const replace = (changed: RewardDraft) => onChange(value.map((one) => (one.key === changed.key ? changed : one)));
  const content = (
    <div className="stack">
      <span className="muted">{words.application.rewardsHint}</span>
      {value.map((reward) => (
        <RewardRow
          key={reward.key}
          items={items}
          reward={reward}
          checked={checked}
          onChange={replace}
          onRemove={() => onChange(value.filter((one) => one.key !== reward.key))}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...value, emptyReward()])}>
        {words.application.addReward}
      </Button>
    </div>
  );
  const label = `${words.application.rewards}${value.length > 0 ? ` ${value.length}` : ''}`;
  return <Collapse defaultActiveKey={value.length > 0 ? ['rewards'] : []} items={[{ key: 'rewards', label, children: content }]} />;
}

type RewardRowProps = {
  items: Items;
  reward: RewardDraft;
  checked: boolean;
  onChange: (reward: RewardDraft) => void;
  onRemove: () => void;
};

function RewardRow({ items, reward, checked, onChange, onRemove }: RewardRowProps) {
  const chosen = items.find(({ item }) => item === reward.item);
  const incomplete = reward.item === undefined || reward.amount === undefined || reward.basis.trim() === '';
  return (
    <div className="stack-small">
      <div className="entry">
        <Select
          aria-label={words.application.rewardItem}
          placeholder={words.application.rewardItem}
          value={reward.item}
          onChange={(item) => onChange({ ...reward, item, amount: items.find((one) => one.item === item)?.maximum })}
          options={items.map(({ item, title, sample }) => ({ value: item, label: `${title}${sample ? words.application.sample : ''}` }))}
        />
        <PointsInput
          label={words.application.rewardAmount}
          value={reward.amount}
          {...(chosen ? { maximum: chosen.maximum } : {})}
          onChange={(amount) => onChange({ ...reward, amount })}
        />
        <Input
          aria-label={words.application.rewardBasis}
          placeholder={words.application.rewardBasis}
          maxLength={200}
          value={reward.basis}
          onChange={(event) => onChange({ ...reward, basis: event.target.value })}
        />
        <Button icon={<DeleteOutlined />} aria-label={words.shell.remove} onClick={onRemove} />
      </div>
      {chosen ? <span className="muted">{words.application.atMost(chosen.maximum)}</span> : null}
      {checked && incomplete ? <FieldError error={words.application.rewardBasisMissing} /> : null}
    </div>
  );
}
