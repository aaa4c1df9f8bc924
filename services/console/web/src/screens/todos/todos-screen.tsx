import type { BranchMonthSummary, CountyTodo, Todo } from '@jifen/contracts';
import { describeCountyTodo, describeTodo, formatMonth, formatShortDay, stageNames, words } from '@jifen/wording';
import { Card, Empty, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useMonths, useTodos } from '../../api/queries.ts';
import { LinkButton } from '../../parts/buttons.tsx';
import { isSuperior, useSignedIn } from '../../parts/me.ts';
import { Page, Panel, Shown } from '../../parts/page.tsx';
import { Messages } from './messages.tsx';

export function TodosScreen() {
  const me = useSignedIn();
  const todos = useTodos();
  const late = isSuperior(me) ? <LateBranches /> : null;
  return (
    <Page title={words.todos.title} subtitle={words.todos.subtitle}>
      <Shown query={todos}>
        {({ items, county, messages }) => (
          <>
            {nothing(items, county) ? late : null}
            <Card>{nothing(items, county) ? <NothingToDo /> : <TodoList items={items} county={county} />}</Card>
            {nothing(items, county) ? null : late}
            <Messages messages={messages} />
          </>
        )}
      </Shown>
    </Page>
  );
}

const nothing = (items: readonly Todo[], county: readonly CountyTodo[]) => items.length + county.length === 0;

function NothingToDo() {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.todos.empty}>
      <span className="muted">{words.todos.emptyHint}</span>
    </Empty>
  );
}

function TodoList({ items, county }: { items: readonly Todo[]; county: readonly CountyTodo[] }) {
  return (
    <ul className="plain-list">
      {county.map((todo) => {
        const { title, hint, action } = describeCountyTodo(todo);
        return <Row key={todo.key} {...{ title, hint, action }} to={`/calendar?year=${todo.year}`} type="primary" />;
      })}
      {items.map((todo) => (
        <TodoRow key={todo.key} todo={todo} />
      ))}
    </ul>
  );
}

function TodoRow({ todo }: { todo: Todo }) {
  const { memberId } = useSignedIn();
  const { title, action, deadline } = describeTodo(todo);
  const month = `/branches/${todo.branchId}/${todo.period}`;
  const personal = todo.kind === 'apply' || todo.kind === 'confirm-entry';
  const hint = (
    <>
      {deadline} {todo.overdue ? <Tag color="error">{words.shell.overdue}</Tag> : null}
    </>
  );
  const to = personal && memberId !== undefined ? `${month}/application/${memberId}` : month;
  return <Row {...{ title, hint, action, to }} isLate={todo.overdue} type="primary" />;
}

type RowProps = { title: string; hint: ReactNode; isLate?: boolean; to: string; action: string; type: 'primary' | 'default' };

/** What is to be done, by when or why, and the way there. */
function Row({ title, hint, isLate = false, to, action, type }: RowProps) {
  return (
    <li className="todo">
      <div>
        <div className="todo-title">{title}</div>
        <div className={isLate ? 'changed' : 'muted'}>{hint}</div>
      </div>
      <LinkButton type={type} to={to}>
        {action}
      </LinkButton>
    </li>
  );
}

const mostShown = 8;

/** For superiors, on their first page: which branches are past a deadline, and at which step. */
function LateBranches() {
  const late = useMonths({ overdue: 'only', order: 'due-first', pageSize: mostShown });
  return (
    <Panel title={words.progress.lateTitle} extra={<LinkButton to="/progress">{words.progress.all}</LinkButton>}>
      <Shown query={late}>
        {({ items, total }) =>
          total === 0 ? (
            <span className="muted">{words.progress.noneLate}</span>
          ) : (
            <>
              <span className="muted">{words.progress.lateCount(total)}</span>
              <ul className="plain-list" aria-label={words.progress.lateTitle}>
                {items.map((month) => (
                  <Row key={`${month.branchId}/${month.period}`} {...lateRow(month)} isLate type="default" />
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Panel>
  );
}

function lateRow({ branchId, branchName, period, stage, next }: BranchMonthSummary) {
  const day = next?.lastDay === undefined ? '' : formatShortDay(next.lastDay);
  return {
    title: `${branchName} ${formatMonth(period)}`,
    hint: words.progress.lateStep(stageNames[stage], day),
    to: `/branches/${branchId}/${period}`,
    action: words.progress.open,
  };
}
