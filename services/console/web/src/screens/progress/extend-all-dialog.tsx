import type { ExtensionGiven, ExtensionReach } from '@jifen/contracts';
import { formatPeriod, waitedStepNames, words } from '@jifen/wording';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { Refused } from '../../api/client.ts';
import { useExtensionForAll } from '../../api/commands.ts';
import { reachQuery } from '../../api/queries.ts';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { ReadAgainDialog } from '../../parts/form/form-dialog.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';

type ExtendAllDialogProps = { periods: readonly string[]; period: string | undefined; today: string; onClose: () => void };

const said = words.extension.all;

/** First it is filled in, then read once more with the number of branches it concerns, then given. */
export function ExtendAllDialog({ periods, period, today, onClose }: ExtendAllDialogProps) {
  const [form] = Form.useForm<ExtensionDraft>();
  const initial: ExtensionDraft = { period, lastDay: '', reason: '' };
  const draft: ExtensionDraft = { ...initial, ...Form.useWatch([], form) };
  const reach = useQuery(reachQuery(draft));
  const giving = useExtensionForAll(draft.period);
  const moved = reach.data?.moved ?? 0;
  return (
    <ReadAgainDialog<ExtensionDraft, ExtensionGiven>
      form={form}
      title={said.title}
      initial={initial}
      give={said.give}
      command={giving}
      ask={({ step = 'application', lastDay, reason }) => ({ step, lastDay, reason: reason.trim() })}
      told={({ period: given = '', step = 'application', lastDay }) => said.given(given, waitedStepNames[step], lastDay, moved)}
      notReady={(asked) => whyNot(asked, reach.data)}
      summary={(read) => <Summary draft={read} moved={moved} />}
      Refusal={NotGiven}
      onChange={giving.reset}
      onClose={onClose}
    >
      <span className="muted">{said.hint}</span>
      <ExtensionFields periods={periods} today={today} />
      <Reach draft={draft} reach={reach.data} />
    </ReadAgainDialog>
  );
}

const NotGiven = ({ refused }: { refused: Refused }) => <RefusalAlert refused={refused} title={words.shell.refused(said.title)} />;

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

/** Where nothing would change, nothing is given. */
function whyNot({ period = '', step = 'application' }: ExtensionDraft, reach: ExtensionReach | undefined): string | undefined {
  if (!reach) return said.counting;
  if (reach.waiting === 0) return said.nobody(period, waitedStepNames[step]);
  return reach.moved > 0 ? undefined : said.moved(0, reach.waiting);
}

type Asked = { period: string; step: ExtensionGiven['step']; lastDay: string };

function reachSaid({ period, step, lastDay }: Asked, { waiting, done, moved, earliest, latest }: ExtensionReach): string {
  if (waiting === 0) return said.nobody(period, waitedStepNames[step]);
  const days = earliest === undefined || latest === undefined ? '' : said.standing(earliest, latest);
  return [said.reach(waiting, done), days, lastDay === '' ? '' : said.moved(moved, waiting)].join('');
}

type Step = ExtensionGiven['step'];
type ExtensionDraft = { period?: string | undefined; step?: Step; lastDay: string; reason: string };

const steps: readonly Step[] = ['application', 'registration', 'review', 'meeting'];

/** What the calendar says of the day is said by the server. */
function ExtensionFields({ periods, today }: { periods: readonly string[]; today: string }) {
  return (
    <>
      <SelectField
        name="period"
        label={said.period}
        missing={said.periodMissing}
        options={periods.map((value) => ({ value, label: formatPeriod(value) }))}
      />
      <SelectField
        name="step"
        label={said.step}
        missing={said.stepMissing}
        options={steps.map((value) => ({ value, label: waitedStepNames[value] }))}
      />
      <DateField name="lastDay" label={words.extension.lastDay} missing={said.lastDayMissing} min={today} />
      <TextField name="reason" label={words.extension.reason} missing={words.extension.reasonMissing} rows={2} />
    </>
  );
}
