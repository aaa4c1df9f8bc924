import { type MembersAnswer, type StandingChange, standingChange } from '@jifen/contracts';
import { standingChangeNames, words } from '@jifen/wording';
import { useStandingChange } from '../../api/commands.ts';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';

type Member = MembersAnswer['members'][number];
type MemberProps = { member: Member };
type Draft = Omit<StandingChange, 'standing'> & { standing?: StandingChange['standing'] };

const said = words.people;

export function StandingButton(props: MemberProps) {
  return <DialogButton dialog={(close) => <StandingDialog {...props} onClose={close} />}>{said.record}</DialogButton>;
}

function StandingDialog({ member, onClose }: MemberProps & { onClose: () => void }) {
  const options = standingChange.shape.standing.options
    .filter((standing) => standing !== member.standing)
    .map((value) => ({ value, label: standingChangeNames[value] }));
  return (
    <FormDialog<Draft, StandingChange>
      title={said.recordFor(member.name)}
      initial={{ on: '', document: '' }}
      command={useStandingChange(member.memberId)}
      ask={(draft) => standingChange.parse(draft)}
      told={() => said.recorded(member.name)}
      onClose={onClose}
    >
      <span className="muted">{said.leavingHint}</span>
      <SelectField name="standing" label={said.standing} missing={said.standingMissing} options={options} />
      <DateField name="on" label={said.on} missing={said.onMissing} />
      <TextField name="document" label={said.document} missing={said.documentMissing} placeholder={said.documentHint} />
    </FormDialog>
  );
}
