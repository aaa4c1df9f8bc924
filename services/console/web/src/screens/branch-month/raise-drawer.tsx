import { type BranchMonthScreen, objectionWay, outsiderName, paragraph } from '@jifen/contracts';
import { componentNames, objectionWayNames, words } from '@jifen/wording';
import { Drawer, Form } from 'antd';
import { useObjection } from '../../api/acts.ts';
import { useMembers } from '../../api/queries.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { PointsField, RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { memberOptions } from '../../parts/members.ts';
import { ActOutcome } from '../../parts/outcome.tsx';
import { emptyObjection, linesPosted, type ObjectionDraft, objectionOf } from './objection-draft.ts';

const said = words.objection;
const components = ['base', 'task', 'reward'] as const;
const origins = ['member', 'outsider'] as const;

type DrawerProps = { month: BranchMonthScreen; onClose: () => void };

/** 提出异议: about one line and one component of the posted list, at first one's own. */
export function RaiseDrawer({ ownMemberId, ...props }: DrawerProps & { ownMemberId: string | undefined }) {
  const own = linesPosted(props.month).find(({ memberId }) => memberId === ownMemberId)?.memberId;
  return (
    <ObjectionDrawer {...props} title={said.raise} initial={{ ...emptyObjection, ...(own === undefined ? {} : { memberId: own }) }}>
      <span className="muted">{said.raiseHint}</span>
    </ObjectionDrawer>
  );
}

/** 登记异议: for whoever brought it by telephone, in person or by letter. */
export function EnterDrawer(props: DrawerProps) {
  return (
    <ObjectionDrawer {...props} title={said.enter} initial={emptyObjection}>
      <span className="muted">{said.enterHint}</span>
      <RadioField
        name="way"
        label={said.way}
        missing={said.wayMissing}
        options={objectionWay.options.map((value) => ({ value, label: objectionWayNames[value] }))}
      />
      <RadioField name="from" label={said.from} options={origins.map((value) => ({ value, label: said.fromOptions[value] }))} />
      <Objector branchId={props.month.branchId} />
    </ObjectionDrawer>
  );
}

/** Any member of the branch, with points or without; of somebody else the name. */
function Objector({ branchId }: { branchId: string }) {
  const from = Form.useWatch('from', Form.useFormInstance<ObjectionDraft>());
  const members = useMembers(branchId);
  if (from === 'outsider') return <TextField name="outsider" label={said.outsider} missing={said.outsiderMissing} schema={outsiderName} />;
  const options = memberOptions((members.data?.members ?? []).filter(({ active }) => active));
  return <SelectField name="objector" label={said.objector} missing={said.objectorMissing} options={options} loading={members.isLoading} />;
}

type ObjectionDrawerProps = DrawerProps & { title: string; initial: ObjectionDraft; children: React.ReactNode };

function ObjectionDrawer({ month, title, initial, onClose, children }: ObjectionDrawerProps) {
  const objection = useObjection(month);
  return (
    <Drawer title={title} open onClose={onClose} size={480} destroyOnHidden>
      <EntryForm<ObjectionDraft>
        initial={initial}
        submit={title}
        pending={objection.isPending}
        onSubmit={(draft) => objection.mutate(objectionOf(draft, month.round), { onSuccess: onClose })}
      >
        {children}
        {month.joint ? <span className="muted">{words.joint.objectHint}</span> : null}
        <SelectField name="memberId" label={said.member} missing={said.memberMissing} options={memberOptions(linesPosted(month))} />
        <RadioField
          name="component"
          label={said.component}
          options={components.map((value) => ({ value, label: componentNames[value] }))}
        />
        <Wish />
        <TextField name="statement" label={said.statement} missing={said.statementMissing} rows={4} schema={paragraph} />
        <ActOutcome act={objection} what={title} />
      </EntryForm>
    </Drawer>
  );
}

function Wish() {
  const component = Form.useWatch('component', Form.useFormInstance<ObjectionDraft>()) ?? emptyObjection.component;
  const label = said.wish[component];
  return (
    <div className="number">
      <PointsField name="wish" label={label} shown={label} />
    </div>
  );
}
