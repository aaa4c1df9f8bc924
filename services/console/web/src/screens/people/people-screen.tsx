import type { MembersAnswer } from '@jifen/contracts';
import { leavingNames, standingNames, words } from '@jifen/wording';
import { Tag } from 'antd';
import { useParams } from 'react-router';
import { useMembers } from '../../api/queries.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { PostButton } from './post-button.tsx';
import { StandingButton } from './standing-button.tsx';

type Member = MembersAnswer['members'][number];

/** 党员变动: what became of a branch's members is recorded by those above the branch. */
export function PeopleScreen() {
  const { branchId = '' } = useParams();
  const query = useMembers(branchId);
  return (
    <Page
      title={words.people.title}
      subtitle={query.data?.branch.name}
      actions={query.data ? <PostButton branchId={branchId} members={query.data.members} /> : null}
    >
      <Shown query={query}>{({ members }) => <People members={members} />}</Shown>
    </Page>
  );
}

function People({ members }: { members: Member[] }) {
  const { columns } = words.people;
  return (
    <Panel title={words.people.title}>
      <p className="muted">{words.people.hint}</p>
      <WideTable<Member>
        label={words.people.title}
        width={560}
        rowKey="memberId"
        dataSource={members}
        columns={[
          {
            key: 'number',
            title: columns.number,
            width: 64,
            render: (_value, { rosterNumber }) => <span className="num">{rosterNumber}</span>,
          },
          { key: 'name', title: columns.name, render: (_value, { name }) => <span className="strong">{name}</span> },
          { key: 'standing', title: columns.standing, render: (_value, member) => <Standing member={member} /> },
          {
            key: 'change',
            title: columns.change,
            render: (_value, member) => (member.left ? null : <StandingButton member={member} />),
          },
        ]}
      />
    </Panel>
  );
}

function Standing({ member: { standing, left } }: { member: Member }) {
  if (!left) return <span>{standingNames[standing]}</span>;
  return <Tag>{words.people.left(leavingNames[left.because], left.on)}</Tag>;
}
