import type { CalendarDayKind, CalendarSheet } from '@jifen/contracts';
import { localDateOf, words } from '@jifen/wording';
import { Alert, Card, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useCalendar, useToday } from '../../api/queries.ts';
import { Page, Shown } from '../../parts/page.tsx';
import { ChoiceBar, type DraftDay, EditPanel, useDraft } from './edit-panel.tsx';
import { EvaluationPanel } from './evaluation-panel.tsx';
import { YearGrid } from './year-grid.tsx';

/** 工作日历: everybody may see by which days deadlines are counted; the county organisation department keeps it. */
export function CalendarScreen() {
  return <Shown query={useToday()}>{(clock) => <Calendar today={clock.today} />}</Shown>;
}

function Calendar({ today }: { today: string }) {
  const thisYear = Number(today.slice(0, 4));
  const offered = [thisYear - 1, thisYear, thisYear + 1];
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('year'));
  const year = offered.includes(asked) ? asked : thisYear;
  const calendar = useCalendar(year);
  const chooseYear = (
    <Select
      aria-label={words.calendar.year}
      style={{ width: 120 }}
      value={year}
      onChange={(chosen) => setAddress({ year: String(chosen) })}
      options={offered.map((value) => ({ value, label: words.calendar.yearOf(value) }))}
    />
  );
  return (
    <Page title={words.calendar.title} subtitle={words.calendar.subtitle} actions={chooseYear}>
      <Shown query={calendar}>
        {(sheet) => <Year key={sheet.year} sheet={sheet} today={today} onLookAgain={() => void calendar.refetch()} />}
      </Shown>
      <EvaluationPanel />
    </Page>
  );
}

function Year({ sheet, today, onLookAgain }: { sheet: CalendarSheet; today: string; onLookAgain: () => void }) {
  const draft = useDraft(sheet);
  const { mayEdit, changed } = sheet;
  const choosing = { chosen: draft.chosen, onChoose: draft.choose };
  return (
    <>
      <Standing sheet={sheet} />
      <Card>
        <div className="stack">
          <div className="between">
            <Legend />
            <span className="muted">{words.calendar.counts(countOf(draft.days, 'holiday'), countOf(draft.days, 'make-up'))}</span>
          </div>
          <span className="muted">{mayEdit ? words.calendar.how : words.calendar.readOnly}</span>
          <YearGrid days={draft.days} today={today} {...(mayEdit ? { choosing } : {})} />
          {changed ? <span className="muted">{words.calendar.lastChange(localDateOf(changed.at), changed.reason)}</span> : null}
        </div>
        {mayEdit ? <ChoiceBar draft={draft} /> : null}
      </Card>
      {mayEdit ? <EditPanel {...{ sheet, draft, onLookAgain }} /> : null}
    </>
  );
}

const countOf = (days: readonly DraftDay[], wanted: CalendarDayKind) => days.filter(({ kind }) => kind === wanted).length;

/** Whether this is the county's calendar or only what it could be. */
function Standing({ sheet: { year, source, confirmed } }: { sheet: CalendarSheet }) {
  if (source === 'entered' && confirmed) return null;
  const said = {
    entered: [words.calendar.unconfirmed, words.calendar.unconfirmedHint],
    'weekends-only': [words.calendar.weekendsOnly(year), words.calendar.weekendsOnlyHint],
    published: [words.calendar.published(year), words.calendar.publishedHint],
  }[source];
  return <Alert type={source === 'published' ? 'info' : 'warning'} showIcon title={said[0]} description={said[1]} />;
}

const kinds = Object.keys(words.calendar.kinds) as CalendarDayKind[];

function Legend() {
  return (
    <ul className="plain-list row">
      {kinds.map((kind) => (
        <li key={kind} className="row">
          <span className="day" data-kind={kind} aria-hidden="true">
            <small className="day-mark">{words.calendar.marks[kind]}</small>
          </span>
          {words.calendar.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}
