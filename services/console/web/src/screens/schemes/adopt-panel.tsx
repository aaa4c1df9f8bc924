import type { SchemeVersionView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Alert, App } from 'antd';
import { useWithdrawScheme } from '../../api/schemes.ts';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { TextField } from '../../parts/form/fields.tsx';
import { Panel } from '../../parts/page.tsx';
import { AdoptDialog } from './adopt-dialog.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes.adopt;
const inForce = words.schemes.inForce;

/** From when it counts; until then how to get there, and how to take it back. */
export function AdoptPanel({ version }: { version: SchemeVersionView }) {
  const { status, adoption, errors, withdrawnBecause } = version;
  if (status === 'adopted' && adoption) return <Adopted version={version} adoption={adoption} />;
  if (status === 'withdrawn')
    return (
      <Panel title={said.title}>
        <Alert type="info" showIcon title={said.withdrawnBecause(withdrawnBecause ?? '')} />
      </Panel>
    );
  if (status !== 'compared' || errors > 0) return null;
  return <Ready version={version} />;
}

function Ready({ version }: { version: SchemeVersionView }) {
  return (
    <Panel title={said.title}>
      <div className="no-print">
        <DialogButton type="primary" dialog={(close) => <AdoptDialog version={version} onClose={close} />}>
          {said.title}
        </DialogButton>
      </div>
    </Panel>
  );
}

type AdoptedProps = { version: SchemeVersionView; adoption: NonNullable<SchemeVersionView['adoption']> };

function Adopted({ version, adoption: { from, document, reason } }: AdoptedProps) {
  const { until, mayWithdraw } = version;
  return (
    <Panel title={said.title}>
      <div className="stack-small">
        <span className="now">{inForce.adopted(from, document.number, document.on)}</span>
        <span>{inForce.reason(reason)}</span>
        {until === undefined ? null : <span>{said.until(until)}</span>}
      </div>
      {mayWithdraw ? <Withdraw versionId={version.id} /> : <span className="muted">{said.inUse}</span>}
    </Panel>
  );
}

function Withdraw({ versionId }: { versionId: string }) {
  const { message } = App.useApp();
  const withdrawing = useWithdrawScheme(versionId);
  const withdraw = ({ reason }: { reason: string }) =>
    withdrawing.mutate({ reason: reason.trim() }, { onSuccess: () => void message.success(said.withdrawn) });
  return (
    <div className="no-print">
      <EntryForm
        initial={{ reason: '' }}
        submit={said.withdraw}
        question={said.withdrawHint}
        pending={withdrawing.isPending}
        button={{ type: 'default' }}
        onSubmit={withdraw}
      >
        <TextField name="reason" label={said.withdrawReason} missing={said.reasonMissing} />
        {withdrawing.error ? <SchemeRefused refused={withdrawing.error} /> : null}
      </EntryForm>
    </div>
  );
}
