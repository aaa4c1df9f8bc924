import { words } from '@jifen/wording';
import { Collapse } from 'antd';

export function AskBranch() {
  return (
    <Collapse
      ghost
      items={[
        {
          key: 'ask',
          label: `${words.application.askBranchTitle}${words.application.askBranch}`,
          children: words.application.askBranchText,
        },
      ]}
    />
  );
}
