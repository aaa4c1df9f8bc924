import type { CalendarDayKind, CalendarEntry, CalendarSheet } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Alert, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useCalendarEntry } from '../../api/commands.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { TextField } from '../../parts/form/fields.tsx';
import { OvertakenAlert } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';

type EditPanelProps = { sheet: CalendarSheet; draft: CalendarDraft; onLookAgain: () => void };

const newKinds: readonly [NewKind, string][] = [
  ['holiday', words.calendar.kinds.holiday],
  ['make-up', words.calendar.kinds['make-up']],
  ['plain', words.calendar.plain],
];

/** What the chosen days become; it stays in sight while one scrolls through the year. */
export function ChoiceBar({ draft }: { draft: CalendarDraft }) {
  const none = draft.chosen.size === 0;
  return (
    <section className="choice-bar row" aria-label={words.calendar.set}>
      <output className="strong">{words.calendar.chosen(draft.chosen.size)}</output>
      <span className="muted">{words.calendar.set}</span>
      {newKinds.map(([kind, name]) => (
        <Button key={kind} disabled={none} onClick={() => draft.set(kind)}>
          {name}
        </Button>
      ))}
      <Button type="text" disabled={none} onClick={draft.clear}>
        {words.calendar.clear}
      </Button>
    </section>
  );
}

type Saved = { reason: string; confirmed: boolean };

/** Everything changed, saved at once with one reason, after its effect has been said. */
export function EditPanel({ sheet, draft, onLookAgain }: EditPanelProps) {
  const [form] = Form.useForm<Saved>();
  const confirmed = Form.useWatch('confirmed', form) ?? sheet.confirmed;
  const entering = useCalendarEntry(() => {
    draft.undoAll();
    form.resetFields(['reason']);
  });
  const { error: refused } = entering;
  const isDirty = draft.changes.length > 0 || sheet.version === 0 || confirmed !== sheet.confirmed;
  const lookAgain = () => {
    entering.reset();
    onLookAgain();
  };
  return (
    <Panel title={words.calendar.changes} extra={<UndoAll draft={draft} />}>
      <Changes draft={draft} />
      <EntryForm<Saved>
        form={form}
        initial={{ reason: '', confirmed: sheet.confirmed }}
        submit={words.calendar.saveYear(sheet.year)}
        pending={entering.isPending}
        button={{ disabled: !isDirty }}
        onSubmit={(saved) => entering.mutate(entryOf(sheet, draft.days, saved))}
      >
        <TextField name="reason" label={words.calendar.reason} missing={words.calendar.reasonMissing} />
        <Form.Item<Saved> name="confirmed" valuePropName="checked">
          <Checkbox>{words.calendar.confirmed}</Checkbox>
        </Form.Item>
        <Alert type="info" showIcon title={words.calendar.effect} />
        {refused ? <OvertakenAlert refused={refused} isOvertaken={refused.status === 409} onLookAgain={lookAgain} /> : null}
      </EntryForm>
    </Panel>
  );
}

function UndoAll({ draft }: { draft: CalendarDraft }) {
  return draft.changes.length > 1 ? <Button onClick={draft.undoAll}>{words.calendar.undoAll}</Button> : null;
}

function Changes({ draft: { changes, undo } }: { draft: CalendarDraft }) {
  if (changes.length === 0) return <span className="muted">{words.calendar.noChanges}</span>;
  return (
    <ul className="plain-list">
      {changes.map(({ date, from = 'working', kind }) => (
        <li key={date} className="between">
          {words.calendar.change(date, from, kind)}
          <Button size="small" aria-label={words.calendar.undoOf(date)} onClick={() => undo(date)}>
            {words.calendar.undo}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Days = CalendarSheet['days'];
/** A day as it would be saved; `from` is what is kept, where it differs. */
export type DraftDay = Days[number] & { from?: CalendarDayKind };

/** Days may become one of these, or what they are without the calendar. */
type NewKind = 'holiday' | 'make-up' | 'plain';

type CalendarDraft = ReturnType<typeof useDraft>;

function withChange(day: Days[number], kind: CalendarDayKind | undefined): DraftDay {
  return kind === undefined || kind === day.kind ? day : { ...day, kind, from: day.kind };
}

/** What somebody has changed of a year and not saved; it stays when the year is read anew. */
export function useDraft({ days: kept }: CalendarSheet) {
  const [changed, setChanged] = useState<ReadonlyMap<string, CalendarDayKind>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const days = kept.map((day) => withChange(day, changed.get(day.date)));
  const clear = () => setChosen(new Set());
  return {
    days,
    changes: days.filter(({ from }) => from !== undefined),
    chosen,
    clear,
    choose: (date: string) => setChosen(chosen.has(date) ? without(chosen, date) : new Set([...chosen, date])),
    set(kind: NewKind) {
      const set = kept.filter(({ date }) => chosen.has(date));
      const entries = set.map(({ date, plain }): [string, CalendarDayKind] => [date, kind === 'plain' ? plain : kind]);
      setChanged(new Map([...changed, ...entries]));
      clear();
    },
    undo: (date: string) => setChanged(new Map([...changed].filter(([other]) => other !== date))),
    undoAll: () => setChanged(new Map()),
  };
}

const without = (dates: ReadonlySet<string>, date: string) => new Set([...dates].filter((other) => other !== date));

function entryOf({ year, version }: CalendarSheet, days: readonly DraftDay[], { reason, confirmed }: Saved): CalendarEntry {
  const dates = (wanted: CalendarDayKind) => days.filter(({ kind }) => kind === wanted).map(({ date }) => date);
  return { year, holidays: dates('holiday'), makeUpDays: dates('make-up'), confirmed, reason: reason.trim(), replaces: version };
}
