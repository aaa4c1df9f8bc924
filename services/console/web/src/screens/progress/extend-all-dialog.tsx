import type { ExtensionGiven, ExtensionReach } from '@jifen/contracts';
import { waitedStepNames, words } from '@jifen/wording';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useExtensionForAll } from '../../api/commands.ts';
import { useExtensionReach } from '../../api/queries.ts';
import { RefusalAlert } from '../../parts/outcome.tsx';
import { type ExtensionDraft, ExtensionFields, isWhole } from './extension-fields.tsx';

type ExtendAllDialogProps = { periods: readonly string[]; period: string | undefined; today: string; onClose: () => void };

const said = words.extension.all;

/** First it is filled in, then read once more with the number of branches it concerns, then given. */
export function ExtendAllDialog({ periods, period, today, onClose }: ExtendAllDialogProps) {
  const { message } = App.useApp();
  const [draft, setDraft] = useState<ExtensionDraft>({ period, step: undefined, lastDay: '', reason: '' });
  const [stage, setStage] = useState<'filling' | 'checked' | 'confirming'>('filling');
  const reach = useExtensionReach(draft);
  const giving = useExtensionForAll(draft.period);
  const next = () => setStage(isWhole(draft, today) && reach.data && reach.data.moved > 0 ? 'confirming' : 'checked');
  const change = (changed: ExtensionDraft) => {
    giving.reset();
    setDraft(changed);
  };
  const give = () => {
    const { step, lastDay, reason } = draft;
    if (step === undefined || draft.period === undefined) return;
    const sentence = said.given(draft.period, waitedStepNames[step], lastDay, reach.data?.moved ?? 0);
    const told = () => {
      void message.success(sentence);
      onClose();
    };
    giving.mutate({ step, lastDay, reason: reason.trim() }, { onSuccess: told, onError: () => setStage('checked') });
  };
  const confirming = stage === 'confirming';
  return (
    <Modal
      title={said.title}
      open
      onCancel={onClose}
      width={480}
      centered
      closable={false}
      footer={
        confirming ? <ConfirmFooter {...{ giving, give }} onBack={() => setStage('checked')} /> : <FillFooter {...{ next, onClose }} />
      }
    >
      {confirming ? (
        <Summary draft={draft} moved={reach.data?.moved ?? 0} />
      ) : (
        <div className="stack">
          <span className="muted">{said.hint}</span>
          <ExtensionFields draft={draft} onChange={change} periods={periods} today={today} checked={stage === 'checked'} />
          <Reach draft={draft} reach={reach.data} />
          {giving.error ? <RefusalAlert refused={giving.error} title={words.shell.refused(said.title)} /> : null}
        </div>
      )}
    </Modal>
  );
}

function FillFooter({ next, onClose }: { next: () => void; onClose: () => void }) {
  return (
    <>
      <Button onClick={onClose}>{words.shell.cancel}</Button>
      <Button type="primary" onClick={next}>
        {said.next}
      </Button>
    </>
  );
}

type ConfirmFooterProps = { giving: { isPending: boolean }; give: () => void; onBack: () => void };

function ConfirmFooter({ giving, give, onBack }: ConfirmFooterProps) {
  return (
    <>
      <Button disabled={giving.isPending} onClick={onBack}>
        {said.back}
      </Button>
      <Button type="primary" autoFocus loading={giving.isPending} onClick={give}>
        {said.give}
      </Button>
    </>
  );
}

function Summary({ draft: { period = '', step, lastDay, reason }, moved }: { draft: ExtensionDraft; moved: number }) {
  const name = step === undefined ? '' : waitedStepNames[step];
  return (
    <div className="stack">
      <span className="strong">{said.confirm(period, name, lastDay, moved)}</span>
      <span>{said.reasonOf(reason.trim())}</span>
    </div>
  );
}

/** How many branches it concerns, as soon as it is known of what. */
function Reach({ draft: { period, step, lastDay }, reach }: { draft: ExtensionDraft; reach: ExtensionReach | undefined }) {
  if (period === undefined || step === undefined) return null;
  if (!reach) return <output className="muted">{said.counting}</output>;
  return <output className="now">{reachSaid({ period, step, lastDay }, reach)}</output>;
}

type Asked = { period: string; step: ExtensionGiven['step']; lastDay: string };

function reachSaid({ period, step, lastDay }: Asked, { waiting, done, moved, earliest, latest }: ExtensionReach): string {
  if (waiting === 0) return said.nobody(period, waitedStepNames[step]);
  const days = earliest === undefined || latest === undefined ? '' : said.standing(earliest, latest);
  return [said.reach(waiting, done), days, lastDay === '' ? '' : said.moved(moved, waiting)].join('');
}
