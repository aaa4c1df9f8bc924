import type { MembersAnswer } from '@jifen/contracts';
import { leavingNames, standingNames, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useMembers } from '../../api/queries.ts';
import { useSignedIn } from '../../parts/me.ts';
import { Page, Panel, Shown } from '../../parts/page.tsx';
import { recordsPeopleOf } from '../../parts/posts.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { PostButton } from './post-button.tsx';
import { StandingButton } from './standing-button.tsx';

type Member = MembersAnswer['members'][number];

/** 党员变动: what became of a branch's members is recorded by those above the branch. */
export function PeopleScreen() {
  const { branchId = '' } = useParams();
  const me = useSignedIn();
  const query = useMembers(branchId);
  const records = query.data !== undefined && recordsPeopleOf(me, query.data.branch.path);
  return (
    <Page
      title={words.people.title}
      subtitle={query.data?.branch.name}
      actions={records ? <PostButton branchId={branchId} members={query.data.members} /> : null}
    >
      <Shown query={query}>{({ members }) => <People members={members} records={records} />}</Shown>
    </Page>
  );
}

type PeopleProps = { members: Member[]; records: boolean };

/** Whoever may read the list, but not record, has no buttons. */
function People({ members, records }: PeopleProps) {
  const { columns } = words.people;
  return (
    <Panel title={words.people.roster}>
      <span className="muted">{words.people.hint}</span>
      <WideTable<Member>
        label={words.people.roster}
        width={300}
        rowKey="memberId"
        dataSource={members}
        columns={[
          {
            key: 'number',
            title: columns.number,
            width: 52,
            render: (_value, { rosterNumber }) => <span className="num">{rosterNumber}</span>,
          },
          { key: 'name', title: columns.name, render: (_value, { name }) => <span className="strong">{name}</span> },
          { key: 'standing', title: columns.standing, render: (_value, member) => <Standing member={member} /> },
          ...(records ? [{ key: 'change', title: columns.change, render: change }] : []),
        ]}
      />
    </Panel>
  );
}

const change = (_value: unknown, member: Member) => (member.left ? null : <StandingButton member={member} />);

function Standing({ member: { standing, left } }: { member: Member }) {
  return left ? words.people.left(leavingNames[left.because], left.on) : standingNames[standing];
}
