import { type MembersAnswer, type PostChange, postChange, type StandingChange, standingChange } from '@jifen/contracts';
import { leavingNames, standingChangeNames, standingNames, words } from '@jifen/wording';
import { Form } from 'antd';
import { useParams } from 'react-router';
import { usePostChange, useStandingChange } from '../../api/commands.ts';
import { useMembers } from '../../api/queries.ts';
import { DialogButton } from '../../parts/buttons.tsx';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { ReadAgainDialog } from '../../parts/form/form-dialog.tsx';
import { recordsPeopleOf, useSignedIn } from '../../parts/me.ts';
import { memberOptions } from '../../parts/members.ts';
import { Page, Panel, Shown } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

type Member = MembersAnswer['members'][number];

const said = words.people;

/** 党员变动: what became of a branch's members is recorded by those above the branch. */
export function PeopleScreen() {
  const { branchId = '' } = useParams();
  const me = useSignedIn();
  const query = useMembers(branchId);
  const records = query.data !== undefined && recordsPeopleOf(me, query.data.branch.path);
  return (
    <Page
      title={said.title}
      subtitle={query.data?.branch.name}
      actions={records ? <PostButton branchId={branchId} members={query.data.members} /> : null}
    >
      <Shown query={query}>{({ members }) => <People members={members} records={records} />}</Shown>
    </Page>
  );
}

/** Whoever may read the list, but not record, has no buttons. */
function People({ members, records }: { members: Member[]; records: boolean }) {
  const { columns } = said;
  return (
    <Panel title={said.roster}>
      <span className="muted">{said.hint}</span>
      <WideTable<Member>
        label={said.roster}
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
          { key: 'standing', title: columns.standing, render: standingOf },
          ...(records ? [{ key: 'change', title: columns.change, render: change }] : []),
        ]}
      />
    </Panel>
  );
}

const change = (_value: unknown, member: Member) =>
  member.left ? null : <DialogButton dialog={(close) => <StandingDialog member={member} onClose={close} />}>{said.record}</DialogButton>;

const standingOf = (_value: unknown, { standing, left }: Member) =>
  left ? said.left(leavingNames[left.because], left.on) : standingNames[standing];

type BranchProps = { branchId: string; members: Member[] };
type Seat = PostChange['role'] | 'deputy-recorder';
type PostDraft = Pick<PostChange, 'from' | 'until' | 'document'> & { seat?: Seat; memberId?: string; replaces?: string };

const post = said.post;
const seats = (Object.keys(post.roles) as Seat[]).map((value) => ({ value, label: post.roles[value] }));

const documentField = <TextField name="document" label={said.document} missing={said.documentMissing} placeholder={said.documentHint} />;

/** 换任: a post of the branch passes to another member, by a document. */
function PostButton(props: BranchProps) {
  return <DialogButton dialog={(close) => <PostDialog {...props} onClose={close} />}>{post.record}</DialogButton>;
}

function changeOf({ seat = 'secretary', replaces, ...draft }: PostDraft): PostChange {
  const role = seat === 'deputy-recorder' ? 'recorder' : seat;
  return postChange.parse({ ...draft, role, deputy: seat === 'deputy-recorder', ...(replaces ? { replaces } : {}) });
}

function PostDialog({ branchId, members, onClose }: BranchProps & { onClose: () => void }) {
  const [form] = Form.useForm<PostDraft>();
  const seat = Form.useWatch('seat', form);
  const options = memberOptions(members.filter(({ active }) => active));
  const seatNameOf = (draft: PostDraft) => (draft.seat === undefined ? '' : post.roles[draft.seat]);
  const nameOf = ({ memberId }: PostDraft) => members.find((member) => member.memberId === memberId)?.name ?? '';
  return (
    <ReadAgainDialog<PostDraft, PostChange>
      form={form}
      title={post.record}
      give={said.give}
      summary={(draft) => <strong>{post.confirm(draft, seatNameOf(draft), nameOf(draft))}</strong>}
      initial={{ from: '', until: '', document: '' }}
      command={usePostChange(branchId)}
      ask={changeOf}
      told={() => post.recorded}
      onClose={onClose}
    >
      <span className="muted">{post.hint}</span>
      <SelectField name="seat" label={post.role} missing={post.roleMissing} options={seats} />
      <SelectField name="memberId" label={post.holder} missing={post.holderMissing} options={options} />
      {seat === 'committee-member' ? <SelectField name="replaces" label={post.replaces} options={options} allowClear /> : null}
      <DateField name="from" label={post.from} missing={post.fromMissing} />
      <DateField name="until" label={post.until} missing={post.untilMissing} />
      {documentField}
    </ReadAgainDialog>
  );
}

type StandingDraft = Omit<StandingChange, 'standing'> & { standing?: StandingChange['standing'] };

function StandingDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const options = standingChange.shape.standing.options
    .filter((standing) => standing !== member.standing)
    .map((value) => ({ value, label: standingChangeNames[value] }));
  return (
    <ReadAgainDialog<StandingDraft, StandingChange>
      title={said.recordFor(member.name)}
      give={said.give}
      summary={({ standing, ...draft }) => (
        <strong>{said.confirm(member.name, standing === undefined ? '' : standingChangeNames[standing], draft)}</strong>
      )}
      initial={{ on: '', document: '' }}
      command={useStandingChange(member.memberId)}
      ask={(draft) => standingChange.parse(draft)}
      told={() => said.recorded(member.name)}
      onClose={onClose}
    >
      <span className="muted">{said.leavingHint}</span>
      <SelectField name="standing" label={said.standing} missing={said.standingMissing} options={options} />
      <DateField name="on" label={said.on} missing={said.onMissing} />
      {documentField}
    </ReadAgainDialog>
  );
}
