import { refusalSentence, words } from '@jifen/wording';
import { Alert, Button } from 'antd';
import type { Refused } from '../api/client.ts';

type RefusalAlertProps = { refused: Refused; title?: string; retry?: () => void; retryName?: string };

/** What went wrong and what to do, in words; the number helps whoever is asked for help. */
export function RefusalAlert({ refused, title, retry, retryName = words.shell.retry }: RefusalAlertProps) {
  const number = refused.requestId !== undefined && refused.status >= 500 ? words.shell.requestNumber(refused.requestId) : undefined;
  const sentence = refusalSentence(refused.code, refused.facts);
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={title ?? sentence}
      description={title === undefined ? number : [sentence, number].filter(Boolean).join(' ')}
      action={retry ? <Button onClick={retry}>{retryName}</Button> : undefined}
    />
  );
}

type OvertakenProps = { refused: Refused; isOvertaken: boolean; onLookAgain: () => void };

/** Who was overtaken by a colleague looks at what is there now; what was changed stays. */
export const OvertakenAlert = ({ refused, isOvertaken, onLookAgain }: OvertakenProps) => (
  <RefusalAlert refused={refused} {...(isOvertaken ? { retry: onLookAgain, retryName: words.calendar.lookAgain } : {})} />
);

type Act = { onItsWay: boolean; isSuccess: boolean; error: Refused | null };

/** Where an act stands that was just sent from this page. */
export function ActOutcome({ act, what }: { act: Act; what: string }) {
  if (act.onItsWay) return <Alert role="status" type="info" showIcon title={words.shell.pending(what)} />;
  if (act.error) return <RefusalAlert refused={act.error} title={words.shell.refused(what)} />;
  if (act.isSuccess) return <Alert role="status" type="success" showIcon title={words.shell.recorded(what)} />;
  return null;
}
