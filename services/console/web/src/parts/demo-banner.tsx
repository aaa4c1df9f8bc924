import { words } from '@jifen/wording';
import { App, Button } from 'antd';
import { useAdvanceDay } from '../api/commands.ts';
import { useToday } from '../api/queries.ts';
import { RefusalAlert } from './outcome.tsx';

/** Only in the demo: what day it is, and a button that makes it the next. */
export function DemoBanner() {
  const { message } = App.useApp();
  const today = useToday();
  const advance = useAdvanceDay();
  const move = () => advance.mutate(undefined, { onSuccess: (clock) => void message.success(words.shell.advanced(clock.today)) });
  return (
    <aside className="demo">
      <span>{words.shell.demoNotice}</span>
      {today.data ? <span className="strong">{words.shell.businessDay(today.data.today)}</span> : null}
      <Button size="small" loading={advance.isPending} onClick={move}>
        {words.shell.advance}
      </Button>
      {advance.error ? <RefusalAlert refused={advance.error} /> : null}
    </aside>
  );
}
