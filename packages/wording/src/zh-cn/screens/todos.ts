export const todosWords = {
  title: '待办',
  subtitle: '您担任的各个职务要办的事都在这里',
  empty: '现在没有要办的事',
  emptyHint: '有事要办时会出现在这里，并按您的方式提醒。',
  messages: '消息',
  unread: (n: number) => `${n}条未读`,
  noMessages: '没有消息',
  messagesUnavailable: '消息暂时取不到，不影响办理待办。',
  markRead: '标为已读',
  read: '已读',
  branchUnknown: '支部',
};
