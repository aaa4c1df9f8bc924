import { words } from '@jifen/wording';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { DraftDay } from './edit-panel.tsx';

type YearGridProps = {
  days: readonly DraftDay[];
  today: string | undefined;
  /** Absent where nothing may be changed. */
  choosing?: { chosen: ReadonlySet<string>; onChoose: (date: string) => void };
};

/** How many days an arrow key goes. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months; one stop of the tab key, and the arrow keys go from day to day through the year. */
export function YearGrid({ days, today, choosing }: YearGridProps) {
  const room = useRef<HTMLDivElement>(null);
  const first = days.some(({ date }) => date === today) ? today : days[0]?.date;
  const [at, setAt] = useState(first);
  const go = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const index = days.findIndex(({ date }) => date === at);
    const next = step === undefined ? undefined : days[index + step];
    if (!next) return;
    event.preventDefault();
    setAt(next.date);
    room.current?.querySelector<HTMLElement>(`[data-date="${next.date}"]`)?.focus();
  };
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div className="year" ref={room} onKeyDown={go}>
      {months.map((month) => (
        <Month key={month} month={month} days={daysIn(days, month)} {...{ today, choosing, at, onFocus: setAt }} />
      ))}
    </div>
  );
}

const daysIn = (days: readonly DraftDay[], month: number) => days.filter(({ date }) => Number(date.slice(5, 7)) === month);

type MonthProps = Omit<YearGridProps, 'choosing'> & {
  month: number;
  at: string | undefined;
  onFocus: (date: string) => void;
  choosing: YearGridProps['choosing'] | undefined;
};

function Month({ month, days, ...rest }: MonthProps) {
  return (
    <table className="month">
      <caption>{words.calendar.month(month)}</caption>
      <thead>
        <tr>
          {words.calendar.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((day) => day)?.date}>
            {week.map((day, weekday) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing but its place
              <td key={weekday}>{day ? <Day day={day} {...rest} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, today, choosing, at, onFocus }: Omit<MonthProps, 'month' | 'days'> & { day: DraftDay }) {
  const { date, kind, from } = day;
  const label = `${words.calendar.day(date, kind)}${from === undefined ? '' : words.calendar.changedDay}`;
  const shown = {
    className: 'day',
    'data-kind': kind,
    'data-changed': from !== undefined,
    'data-today': date === today,
    'data-date': date,
    'aria-label': label,
  };
  const inside = (
    <>
      {Number(date.slice(8))}
      <small className="day-mark" aria-hidden="true">
        {words.calendar.marks[kind]}
      </small>
    </>
  );
  if (!choosing)
    return (
      <span {...shown} role="img">
        {inside}
      </span>
    );
  return (
    <button
      {...shown}
      type="button"
      aria-pressed={choosing.chosen.has(date)}
      tabIndex={date === at ? 0 : -1}
      onFocus={() => onFocus(date)}
      onClick={() => choosing.onChoose(date)}
    >
      {inside}
    </button>
  );
}

/** Monday first, as calendars here are printed. */
function weeksOf(days: readonly DraftDay[]): (DraftDay | undefined)[][] {
  const [first] = days;
  const before = first === undefined ? 0 : (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const places = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Math.ceil(places.length / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_none, weekday) => places[week * 7 + weekday]));
}
