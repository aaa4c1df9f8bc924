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

type Shown = { to: string; icon: ReactNode; isFor: (me: ConsoleMe) => boolean };

/** Each with whose posts give it to them. */
const entries: Readonly<Record<Entry, Shown>> = {
  todos: { to: '/', icon: <CheckSquareOutlined />, isFor: hasOffice },
  operations: { to: '/operations', icon: <DashboardOutlined />, isFor: isSystemAdministrator },
  application: { to: '/application', icon: <EditOutlined />, isFor: isMember },
  branchMonth: { to: '/branch', icon: <TeamOutlined />, isFor: (me) => isMember(me) || holdsBranchPost(me) },
  sheet: { to: '/sheet', icon: <ProfileOutlined />, isFor: isMember },
  progress: { to: '/progress', icon: <BarChartOutlined />, isFor: isSuperior },
  deliveries: { to: '/deliveries', icon: <MailOutlined />, isFor: (me) => holdsBranchPost(me) || isSuperior(me) },
  telephone: { to: '/telephone', icon: <PhoneOutlined />, isFor: holdsBranchPost },
  calendar: { to: '/calendar', icon: <CalendarOutlined />, isFor: () => true },
  schemes: { to: '/schemes', icon: <FileTextOutlined />, isFor: hasOffice },
};

/** What a person's posts give them; one menu for all their posts. */
export const menuOf = (me: ConsoleMe): MenuEntry[] =>
  (Object.keys(entries) as Entry[])
    .filter((key) => entries[key].isFor(me))
    .map((key) => ({ key, ...entries[key], label: words.shell.menu[key], short: words.shell.menuShort[key] }));

/** Which entry a page belongs to. */
export function entryOf(path: string): Entry {
  if (/^\/branches\/[^/]+\/[^/]+\/application/.test(path)) return 'application';
  if (path.startsWith('/branches/')) return 'branchMonth';
  if (path.startsWith('/sheet')) return 'sheet';
  if (path.startsWith('/schemes')) return 'schemes';
  const found = Object.entries(entries).find(([, { to }]) => to === path);
  return (found?.[0] as Entry | undefined) ?? 'todos';
}
