import { DownOutlined } from '@ant-design/icons';
import type { BranchMonthScreen } from '@jifen/contracts';
import { groupNotice, words } from '@jifen/wording';
import { App, Button, Dropdown } from 'antd';
import { LinkButton } from '../../parts/buttons.tsx';
import { entersPaperFor, recordsPeopleOf, useSignedIn } from '../../parts/me.ts';
import { waitsForClosingMonth } from '../../parts/months.ts';

type ToolsProps = { month: BranchMonthScreen };

/** What is printed or copied at this step. */
export function StepTools({ month }: ToolsProps) {
  const me = useSignedIn();
  const { branchId, meeting, publications, decidedWith } = month;
  const period = decidedWith?.closing ?? month.period;
  const print = (form: string) => `/print/${form}/${branchId}/${period}`;
  const round = publications.at(-1)?.round;
  const held = meeting.held.length > 0;
  return (
    <>
      {month.broughtIn || waitsForClosingMonth(month) ? null : <CopyNotice month={month} />}
      <LinkButton to={print(held ? 'meeting' : 'meeting-papers')} target="_blank">
        {held ? words.branchMonth.printMinutes : words.branchMonth.printMeeting}
      </LinkButton>
      <SingleForms month={month} />
      {recordsPeopleOf(me, month.organisation) ? <LinkButton to={`/branches/${branchId}/people`}>{words.people.open}</LinkButton> : null}
      {round === undefined ? null : (
        <LinkButton to={`${print('publicity')}/${round}`} target="_blank">
          {words.branchMonth.printPublicity}
        </LinkButton>
      )}
    </>
  );
}

/** The copied message never carries a score. */
function CopyNotice({ month }: ToolsProps) {
  const { message } = App.useApp();
  const { period, branchName, stage, counters } = month;
  const waiting = counters.due - counters.applied - counters.onBehalf - counters.late - counters.absent;
  const text = groupNotice(stage, { branch: branchName, period, lastDay: month.next?.lastDay, waiting: Math.max(0, waiting) });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => message.success(words.branchMonth.groupNoticeCopied),
      () => message.warning({ content: `${words.branchMonth.groupNoticeFailed} ${text}`, duration: 20 }),
    );
  return <Button onClick={() => void copy()}>{words.branchMonth.groupNotice}</Button>;
}

const forms = ['applications', 'registration', 'review', 'attendance', 'meeting'] as const;

/** Each form by itself; the applications for whoever may read and enter them. */
function SingleForms({ month: { branchId, period } }: ToolsProps) {
  const me = useSignedIn();
  const offered = forms.filter((form) => form !== 'applications' || entersPaperFor(me, branchId));
  const items = offered.map((form) => ({
    key: form,
    label: (
      <a href={`/print/${form}/${branchId}/${period}`} target="_blank" rel="noopener">
        {words.print.forms[form]}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} autoFocus>
      <Button icon={<DownOutlined />} iconPlacement="end">
        {words.branchMonth.printForms}
      </Button>
    </Dropdown>
  );
}
