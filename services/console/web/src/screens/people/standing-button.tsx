import { type MembersAnswer, type StandingChange, standingChange } from '@jifen/contracts';
import { standingChangeNames, words } from '@jifen/wording';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useStandingChange } from '../../api/commands.ts';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';

type Member = MembersAnswer['members'][number];
type MemberProps = { member: Member };
type Draft = Omit<StandingChange, 'standing'> & { standing?: StandingChange['standing'] };

const said = words.people;

export function StandingButton(props: MemberProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{said.record}</Button>
      {open ? <StandingDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function StandingDialog({ member, onClose }: MemberProps & { onClose: () => void }) {
  const { message } = App.useApp();
  const changing = useStandingChange(member.memberId);
  const change = (draft: Draft) => {
    const told = () => {
      void message.success(said.recorded(member.name));
      onClose();
    };
    changing.mutate(standingChange.parse(draft), { onSuccess: told });
  };
  const options = standingChange.shape.standing.options
    .filter((standing) => standing !== member.standing)
    .map((value) => ({ value, label: standingChangeNames[value] }));
  return (
    <FormDialog<Draft>
      title={said.recordFor(member.name)}
      initial={{ on: '', document: '' }}
      pending={changing.isPending}
      onSubmit={change}
      onClose={onClose}
    >
      <span className="muted">{said.leavingHint}</span>
      <SelectField name="standing" label={said.standing} missing={said.standingMissing} options={options} />
      <DateField name="on" label={said.on} missing={said.onMissing} />
      <TextField name="document" label={said.document} missing={said.documentMissing} placeholder={said.documentHint} />
      {changing.error ? <RefusalAlert refused={changing.error} /> : null}
    </FormDialog>
  );
}
