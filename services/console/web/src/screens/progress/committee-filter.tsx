import { words } from '@jifen/wording';
import { Select } from 'antd';
import { useCommittees } from '../../api/queries.ts';

type CommitteeFilterProps = { chosen: string | undefined; onChoose: (path: string | undefined) => void };

export function CommitteeFilter({ chosen, onChoose }: CommitteeFilterProps) {
  const committees = useCommittees().data?.committees ?? [];
  return (
    <Select
      aria-label={words.progress.committee}
      placeholder={words.progress.committee}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: 200 }}
      value={chosen}
      onChange={onChoose}
      options={committees.map(({ path, name }) => ({ value: path, label: name }))}
    />
  );
}
