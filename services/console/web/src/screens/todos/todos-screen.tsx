import type { CountyTodo, Todo } from '@jifen/contracts';
import { describeCountyTodo, describeTodo, words } from '@jifen/wording';
import { Card, Empty, Tag } from 'antd';
import { useTodos } from '../../api/queries.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { useSignedIn } from '../../parts/me.ts';
import { Page, Shown } from '../../parts/page.tsx';
import { isSuperior } from '../../parts/posts.ts';
import { LateBranches } from './late-branches.tsx';
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
      {county.map((todo) => (
        <CountyTodoRow key={todo.key} todo={todo} />
      ))}
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
  return (
    <li className="todo">
      <div>
        <div className="todo-title">{title}</div>
        <div className={todo.overdue ? 'changed' : 'muted'}>
          {deadline} {todo.overdue ? <Tag color="error">{words.shell.overdue}</Tag> : null}
        </div>
      </div>
      <LinkButton type="primary" to={personal && memberId !== undefined ? `${month}/application/${memberId}` : month}>
        {action}
      </LinkButton>
    </li>
  );
}

function CountyTodoRow({ todo }: { todo: CountyTodo }) {
  const { title, hint, action } = describeCountyTodo(todo);
  return (
    <li className="todo">
      <div>
        <div className="todo-title">{title}</div>
        <div className="muted">{hint}</div>
      </div>
      <LinkButton type="primary" to={`/calendar?year=${todo.year}`}>
        {action}
      </LinkButton>
    </li>
  );
}
