import { type MembersAnswer, type PostChange, postChange } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Form } from 'antd';
import { usePostChange } from '../../api/commands.ts';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';

type BranchProps = { branchId: string; members: MembersAnswer['members'] };
type Seat = PostChange['role'] | 'deputy-recorder';
type Draft = Pick<PostChange, 'from' | 'until' | 'document'> & { seat?: Seat; memberId?: string; replaces?: string };

const said = words.people.post;
const seats = (Object.keys(said.roles) as Seat[]).map((value) => ({ value, label: said.roles[value] }));

/** 换任: a post of the branch passes to another member, by a document. */
export function PostButton(props: BranchProps) {
  return <DialogButton dialog={(close) => <PostDialog {...props} onClose={close} />}>{said.record}</DialogButton>;
}

function changeOf({ seat = 'secretary', replaces, ...draft }: Draft): PostChange {
  const role = seat === 'deputy-recorder' ? 'recorder' : seat;
  return postChange.parse({ ...draft, role, deputy: seat === 'deputy-recorder', ...(replaces ? { replaces } : {}) });
}

function PostDialog({ branchId, members, onClose }: BranchProps & { onClose: () => void }) {
  const [form] = Form.useForm<Draft>();
  const seat = Form.useWatch('seat', form);
  const options = members.filter(({ active }) => active).map(({ memberId, name }) => ({ value: memberId, label: name }));
  return (
    <FormDialog<Draft, PostChange>
      form={form}
      title={said.record}
      initial={{ from: '', until: '', document: '' }}
      command={usePostChange(branchId)}
      ask={changeOf}
      told={() => said.recorded}
      onClose={onClose}
    >
      <span className="muted">{said.hint}</span>
      <SelectField name="seat" label={said.role} missing={said.roleMissing} options={seats} />
      <SelectField name="memberId" label={said.holder} missing={said.holderMissing} options={options} />
      {seat === 'committee-member' ? <SelectField name="replaces" label={said.replaces} options={options} allowClear /> : null}
      <DateField name="from" label={said.from} missing={said.fromMissing} />
      <DateField name="until" label={said.until} missing={said.untilMissing} />
      <TextField
        name="document"
        label={words.people.document}
        missing={words.people.documentMissing}
        placeholder={words.people.documentHint}
      />
    </FormDialog>
  );
}
