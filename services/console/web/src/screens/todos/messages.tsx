import type { TodosScreen } from '@jifen/contracts';
import { formatInstant, noticeTitle, words } from '@jifen/wording';
import { Alert, Button, Empty, Tag } from 'antd';
import { useMarkRead } from '../../api/commands.ts';
import { Panel } from '../../parts/page.tsx';

type Inbox = NonNullable<TodosScreen['messages']>;

export function Messages({ messages }: { messages: TodosScreen['messages'] }) {
  if (!messages) return <Alert type="info" showIcon title={words.todos.messagesUnavailable} />;
  const { items, unread } = messages;
  return (
    <Panel title={words.todos.messages} extra={unread > 0 ? <Tag color="error">{words.todos.unread(unread)}</Tag> : null}>
      {items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.todos.noMessages} />
      ) : (
        <ul className="plain-list">
          {items.map((item) => (
            <Message key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Message({ item }: { item: Inbox['items'][number] }) {
  const markRead = useMarkRead();
  const branch = item.branchName === '' ? words.todos.branchUnknown : item.branchName;
  return (
    <li className="todo">
      <div>
        <div className={item.readAt === undefined ? 'strong' : 'muted'}>
          {noticeTitle(item.template, { ...item.facts, period: item.period }, branch)}
        </div>
        <div className="muted">{formatInstant(item.at)}</div>
      </div>
      {item.readAt === undefined ? (
        <Button loading={markRead.isPending} onClick={() => markRead.mutate(item.id)}>
          {words.todos.markRead}
        </Button>
      ) : (
        <span className="muted">{words.todos.read}</span>
      )}
    </li>
  );
}
