import {
  BarChartOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  DashboardOutlined,
  EditOutlined,
  FileTextOutlined,
  MailOutlined,
  PhoneOutlined,
  ProfileOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ConsoleMe } from '@jifen/contracts';
import { words } from '@jifen/wording';
import type { ReactNode } from 'react';
import { hasOffice, holdsBranchPost, isMember, isSuperior, isSystemAdministrator } from './me.ts';

type Entry = keyof typeof words.shell.menu;
export type MenuEntry = { key: Entry; to: string; icon: ReactNode; label: string; short: string };

const entries: Readonly<Record<Entry, { to: string; icon: ReactNode }>> = {
  todos: { to: '/', icon: <CheckSquareOutlined /> },
  operations: { to: '/operations', icon: <DashboardOutlined /> },
  application: { to: '/application', icon: <EditOutlined /> },
  branchMonth: { to: '/branch', icon: <TeamOutlined /> },
  sheet: { to: '/sheet', icon: <ProfileOutlined /> },
  progress: { to: '/progress', icon: <BarChartOutlined /> },
  deliveries: { to: '/deliveries', icon: <MailOutlined /> },
  telephone: { to: '/telephone', icon: <PhoneOutlined /> },
  calendar: { to: '/calendar', icon: <CalendarOutlined /> },
  schemes: { to: '/schemes', icon: <FileTextOutlined /> },
};

/** What a person's posts give them; one menu for all their posts. */
export function menuOf(me: ConsoleMe): MenuEntry[] {
  const [member, branch, superior] = [isMember(me), holdsBranchPost(me), isSuperior(me)];
  const shown: Readonly<Record<Entry, boolean>> = {
    todos: hasOffice(me),
    application: member,
    branchMonth: member || branch,
    sheet: member,
    progress: superior,
    deliveries: branch || superior,
    telephone: branch,
    calendar: true,
    schemes: hasOffice(me),
    operations: isSystemAdministrator(me),
  };
  return (Object.keys(entries) as Entry[])
    .filter((key) => shown[key])
    .map((key) => ({ key, ...entries[key], label: words.shell.menu[key], short: words.shell.menuShort[key] }));
}

/** Which entry a page belongs to. */
export function entryOf(path: string): Entry {
  if (/^\/branches\/[^/]+\/[^/]+\/application/.test(path)) return 'application';
  if (path.startsWith('/branches/')) return 'branchMonth';
  if (path.startsWith('/sheet')) return 'sheet';
  if (path.startsWith('/schemes')) return 'schemes';
  const found = Object.entries(entries).find(([, { to }]) => to === path);
  return (found?.[0] as Entry | undefined) ?? 'todos';
}
