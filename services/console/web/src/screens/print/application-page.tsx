import type { ApplicationForm, BranchMonthScreen } from '@jifen/contracts';
import { formatPoints, fulfilmentNames, memberClassNames, nameIn, pledgeKindNames, roleNames, words } from '@jifen/wording';
import type { ReactNode } from 'react';
import { sumOf } from '../branch-month/lines.ts';
import { cameIn, rewardCells } from './cells.ts';
import { Form, FormTable, MonthHead, Signatures } from './paper.tsx';

const form = words.print.application;
const { blank } = words.print;
const states = ['done', 'partly-done', 'not-done'] as const;
const workRows = 3;

type Submitted = ApplicationForm['submitted'];
/** 积分申请表 of one member: for the pen before they applied, filled in afterwards. */
export function ApplicationPage({ application, month }: { application: ApplicationForm; month: BranchMonthScreen }) {
  const { submitted, branchName, period, ceiling } = application;
  return (
    <Form title={form.title(branchName, period)} head={<MonthHead month={month} />}>
      <FormTable label={form.member} columns={form.memberColumns} rows={[memberCells(application, month)]} />
      <FormTable
        label={form.pledges}
        className="pledge-rows"
        widths={[12, 0, 12, 27, 48]}
        columns={form.pledgeColumns}
        rows={pledgeCells(application)}
      />
      <FormTable
        label={form.rewards}
        className="reward-rows"
        widths={[45, 0, 20]}
        columns={form.rewardColumns}
        rows={rewardCells(application)}
      />
      <FormTable label={form.claimed} columns={form.claimedColumns} rows={[claimedCells(submitted)]} />
      <p>{words.application.calculated(ceiling)}</p>
      <Standing application={application} />
      <Signatures names={form.signatures} />
    </Form>
  );
}

/** Until when it is handed in to whom, or when it was. */
function Standing({ application: { submitted, late, lastDay, next } }: { application: ApplicationForm }) {
  if (submitted) return cameIn(submitted).map((sentence) => <p key={sentence}>{sentence}</p>);
  if (!late) return <p>{form.handIn(lastDay, nameIn(roleNames, next.role), next.name ?? '')}</p>;
  return (
    <p>
      {words.application.lateNotice(lastDay)}
      <br />
      {words.shell.labelled(words.application.lateReason)}
      <span className="pen-line" />
    </p>
  );
}

function memberCells({ memberId, memberName }: ApplicationForm, { rows }: BranchMonthScreen): ReactNode[] {
  const row = rows.find((one) => one.memberId === memberId);
  return [memberName, row?.rosterNumber ?? blank, row?.groupName ?? blank, row ? memberClassNames[row.class] : blank];
}

function pledgeCells({ pledges, submitted }: ApplicationForm): ReactNode[][] {
  if (pledges.length === 0) return Array.from({ length: workRows }, (_, index) => [index + 1, form.otherWork, blank, blank, blank]);
  return pledges.map(({ pledgeId, kind, text, weight }, index) => {
    const said = submitted?.fulfilments.find((one) => one.pledgeId === pledgeId);
    return [
      index + 1,
      `${words.shell.labelled(nameIn(pledgeKindNames, kind))}${text}`,
      weight,
      <Choices key="said" chosen={said?.state} />,
      said?.sentence ?? blank,
    ];
  });
}

function Choices({ chosen }: { chosen: (typeof states)[number] | undefined }) {
  return states.map((state) => (
    <span className="box" key={state}>
      {form.box(fulfilmentNames[state], state === chosen)}
    </span>
  ));
}

const claimedCells = (submitted: Submitted) =>
  submitted ? [formatPoints(submitted.calculatedTask), formatPoints(sumOf(submitted.rewards))] : [blank, blank];
