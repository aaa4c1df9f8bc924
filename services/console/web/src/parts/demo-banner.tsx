import { formatDate, words } from '@jifen/wording';
import { App, Button } from 'antd';
import { useAdvanceDay } from '../api/commands.ts';
import { useToday } from '../api/queries.ts';
import { RefusalAlert } from './outcome.tsx';
import { usePhone } from './use-phone.ts';

/** Only in the demo: what day it is, and a button that makes it the next. */
export function DemoBanner() {
  const { message } = App.useApp();
  const today = useToday();
  const advance = useAdvanceDay();
  const phone = usePhone();
  const move = () => advance.mutate(undefined, { onSuccess: (clock) => void message.success(words.shell.advanced(clock.today)) });
  return (
    <section className="demo" aria-label={words.shell.demoLabel}>
      <span>{phone ? words.shell.demoLabel : words.shell.demoNotice}</span>
      {today.data ? (
        <span className="strong">{phone ? formatDate(today.data.today) : words.shell.businessDay(today.data.today)}</span>
      ) : null}
      <Button size="small" loading={advance.isPending} onClick={move}>
        {words.shell.advance}
      </Button>
      {advance.error ? <RefusalAlert refused={advance.error} /> : null}
    </section>
  );
}
