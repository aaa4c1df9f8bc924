import type { TodosScreen } from '@jifen/contracts';
import { formatInstant, localDateOf, noticeTitle, words } from '@jifen/wording';
import { Alert, Button, Empty, Tag } from 'antd';
import { Link } from 'react-router';
import { useMarkAllRead, useMarkRead } from '../../api/commands.ts';
import { useToday } from '../../api/queries.ts';
import { useSignedIn } from '../../parts/me.ts';
import { RefusalAlert } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { groupsOf, isUnread, wayTo } from './message-groups.ts';

type Inbox = NonNullable<TodosScreen['messages']>;
type Item = Inbox['items'][number];

/** 消息: each opens what it is about, and is then read. */
export function Messages({ messages }: { messages: Inbox | undefined }) {
  if (!messages) return <Alert type="info" showIcon title={words.todos.messagesUnavailable} />;
  return (
    <Panel title={words.todos.messages} extra={messages.unread > 0 ? <Unread messages={messages} /> : null}>
      {messages.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.todos.noMessages} />
      ) : (
        <Groups items={messages.items} />
      )}
    </Panel>
  );
}

function Unread({ messages: { items, unread } }: { messages: Inbox }) {
  const markAll = useMarkAllRead();
  const newest = Math.max(...items.map(({ at }) => at));
  return (
    <div className="row">
      <Tag color="error">{words.todos.unread(unread)}</Tag>
      <Button size="small" loading={markAll.isPending} onClick={() => markAll.mutate(newest)}>
        {words.todos.markAllRead}
      </Button>
      {markAll.error ? <RefusalAlert refused={markAll.error} /> : null}
    </div>
  );
}

function Groups({ items }: { items: readonly Item[] }) {
  const today = useToday();
  const last = Math.max(...items.map(({ at }) => at));
  return groupsOf(items, today.data?.today ?? localDateOf(last)).map(({ group, items: own }) => (
    <section key={group} className="messages">
      <h3 className="muted">{words.todos.groups[group]}</h3>
      <ul className="plain-list" aria-label={words.todos.groups[group]}>
        {own.map((item) => (
          <Message key={item.id} item={item} />
        ))}
      </ul>
    </section>
  ));
}

function Message({ item }: { item: Item }) {
  const me = useSignedIn();
  const markRead = useMarkRead();
  const branch = item.branchName === '' ? words.todos.branchUnknown : item.branchName;
  const open = () => (isUnread(item) ? markRead.mutate(item.id) : undefined);
  return (
    <li className="todo">
      <div>
        <Link to={wayTo(item, me)} className={isUnread(item) ? 'strong' : 'muted'} onClick={open}>
          {noticeTitle(item.template, { ...item.facts, period: item.period }, branch)}
        </Link>
        <div className="muted">{formatInstant(item.at)}</div>
      </div>
      <span className={`nowrap ${isUnread(item) ? 'changed' : 'muted'}`}>{stateOf(item)}</span>
    </li>
  );
}

function stateOf(item: Item): string {
  if (item.readAt !== undefined) return words.todos.read;
  return item.doneAt === undefined ? words.todos.notRead : words.todos.done;
}
