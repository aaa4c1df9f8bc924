import type { ApplicationFormScreen } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Alert, Card } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useApplication } from '../../api/queries.ts';
import { LinkButton } from '../../parts/buttons.tsx';
import { useSignedIn } from '../../parts/me.ts';
import { Page, Shown } from '../../parts/page.tsx';
import { usePhone } from '../../parts/use-phone.ts';
import { FillIn } from './fill-in.tsx';
import { Submitted } from './submitted.tsx';

/** 本月积分申报: three minutes on a phone. Points are calculated, never typed. */
export function ApplicationScreen() {
  const { branchId = '', period = '', memberId = '' } = useParams();
  const phone = usePhone();
  const application = useApplication({ branchId, period }, memberId);
  return (
    <Page
      title={words.application.title(period)}
      actions={
        phone ? null : (
          <LinkButton to={`/print/applications/${branchId}/${period}/${memberId}`} target="_blank">
            {words.application.printPaper}
          </LinkButton>
        )
      }
    >
      <Shown query={application}>{(form) => <Application key={`${form.memberId}/${form.period}`} form={form} />}</Shown>
    </Page>
  );
}

/** What was submitted is kept, so that it is there to be changed once it is taken back. */
function Application({ form }: { form: ApplicationFormScreen }) {
  const me = useSignedIn();
  const onBehalf = form.memberId !== me.memberId;
  const [before, setBefore] = useState(form.submitted);
  if (form.submitted && form.submitted !== before) setBefore(form.submitted);
  return (
    <>
      <Head form={form} onBehalf={onBehalf} />
      {form.submitted ? <Submitted form={form} submitted={form.submitted} /> : null}
      {!form.submitted && form.open ? <FillIn form={form} onBehalf={onBehalf} before={before} /> : null}
      {!form.submitted && !form.open ? (
        <Alert type="info" showIcon title={words.application.notOpen} description={words.application.notOpenHint} />
      ) : null}
    </>
  );
}

function Head({ form, onBehalf }: { form: ApplicationFormScreen; onBehalf: boolean }) {
  const { last, late, lastDay, workingDaysLeft, submitted } = form;
  return (
    <Card size="small">
      <div className="stack-small">
        {onBehalf ? <Alert type="warning" showIcon title={words.application.onBehalfNotice(form.memberName)} /> : null}
        {late && !submitted ? <Alert type="warning" showIcon title={words.application.lateNotice(lastDay)} /> : null}
        {late || submitted ? null : (
          <p className="strong" style={{ margin: 0 }}>
            {words.application.deadline(lastDay, workingDaysLeft)}
          </p>
        )}
        {last ? (
          <div>
            <div>{words.application.last(last.period, formatPoints(last.totals.total))}</div>
            <div className="muted">
              {words.application.lastDetail(
                formatPoints(last.totals.task),
                formatPoints(last.totals.base),
                formatPoints(last.totals.reward),
              )}
            </div>
          </div>
        ) : (
          <div className="muted">{words.application.noLast}</div>
        )}
      </div>
    </Card>
  );
}
