import type { BranchMonthScreen } from '@jifen/contracts';
import { actKindNames, actStatusNames, formatInstant, nameIn, refusalSentence, words } from '@jifen/wording';
import { Alert, Collapse, Tag } from 'antd';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/buttons.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';

type Act = BranchMonthScreen['acts'][number];
const colours = { pending: 'processing', effective: 'success', refused: 'error', withdrawn: 'default' } as const;

/** Acts on their way, and the last one that was refused: whoever sent them must not have to look for them. */
export function ActNotices({ month }: { month: BranchMonthScreen }) {
  const newest = month.acts.toSorted((a, b) => b.at - a.at)[0];
  return (
    <>
      {month.acts
        .filter(({ status }) => status === 'pending')
        .map(({ actId, kind }) => (
          <Alert key={actId} role="status" type="info" showIcon title={words.shell.pending(nameIn(actKindNames, kind))} />
        ))}
      {newest?.status === 'refused' ? (
        <Alert
          type="warning"
          showIcon
          title={words.shell.refused(nameIn(actKindNames, newest.kind))}
          description={refusalSentence(newest.refusal ?? '')}
        />
      ) : null}
    </>
  );
}

/** 办理记录: who did what when; what may still be taken back can be taken back here. */
export function ActsList({ month }: { month: BranchMonthScreen }) {
  const acts = month.acts.toSorted((a, b) => b.at - a.at);
  const content =
    acts.length === 0 ? (
      <span className="muted">{words.branchMonth.noActs}</span>
    ) : (
      <ul className="plain-list">
        {acts.map((act) => (
          <ActRow key={act.actId} act={act} month={month} />
        ))}
      </ul>
    );
  return (
    <Collapse
      defaultActiveKey={acts.some(({ withdrawable }) => withdrawable) ? ['acts'] : []}
      items={[{ key: 'acts', label: words.branchMonth.acts, children: content }]}
    />
  );
}

function ActRow({ act, month }: { act: Act; month: BranchMonthScreen }) {
  const withdrawal = useDecision(month);
  const what = nameIn(actKindNames, act.kind);
  return (
    <li className="todo">
      <div>
        <span className="strong">{what}</span> <Tag color={colours[act.status]}>{actStatusNames[act.status]}</Tag>
        <div className="muted">
          {act.byName} {formatInstant(act.at)}
        </div>
        {act.refusal === undefined ? null : <div className="changed">{refusalSentence(act.refusal)}</div>}
        <ActOutcome act={withdrawal} what={words.branchMonth.withdraw} />
      </div>
      {act.withdrawable ? (
        <ConfirmedButton
          question={words.branchMonth.withdrawConfirm(what)}
          onConfirm={() => withdrawal.mutate({ kind: 'withdraw', actId: act.actId })}
          loading={withdrawal.isPending}
        >
          {words.branchMonth.withdraw}
        </ConfirmedButton>
      ) : null}
    </li>
  );
}
