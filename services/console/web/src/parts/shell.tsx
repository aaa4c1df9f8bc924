import { DownOutlined, LogoutOutlined } from '@ant-design/icons';
import { formatDate, roleNames, words } from '@jifen/wording';
import { App, Button, Dropdown, Layout, Menu, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useAdvanceDay, useSignOut } from '../api/commands.ts';
import { useToday } from '../api/queries.ts';
import { Question } from './buttons.tsx';
import { holdsAnyPost, useSignedIn } from './me.ts';
import { entryOf, type MenuEntry, menuOf } from './menu.tsx';
import { RefusalAlert } from './outcome.tsx';
import { usePhone } from './use-phone.ts';

const onPhone = 4;

export function Shell() {
  const me = useSignedIn();
  const phone = usePhone();
  const menu = menuOf(me);
  const selected = entryOf(useLocation().pathname);
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {words.shell.skipToContent}
      </a>
      <Layout.Header className="shell-head">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width={26} height={26} />
          {phone ? words.shell.product : words.shell.productFull}
        </Link>
        <span className="spring" />
        <Account />
      </Layout.Header>
      {me.profile === 'demo' ? <DemoBanner /> : null}
      <Layout>
        {phone ? null : <SideMenu menu={menu} selected={selected} />}
        <main id="content" className="shell-body">
          <Outlet />
        </main>
      </Layout>
      {phone ? <BottomBar menu={menu} selected={selected} /> : null}
    </Layout>
  );
}

type NavigationProps = { menu: readonly MenuEntry[]; selected: string };

function SideMenu({ menu, selected }: NavigationProps) {
  return (
    <Layout.Sider width={188} className="shell-sider" theme="light">
      <nav aria-label={words.shell.menuLabel}>
        <Menu
          mode="inline"
          selectedKeys={[selected]}
          style={{ borderInlineEnd: 0 }}
          items={menu.map(({ key, to, icon, label }) => ({ key, icon, label: <Link to={to}>{label}</Link> }))}
        />
      </nav>
    </Layout.Sider>
  );
}

function BottomBar({ menu, selected }: NavigationProps) {
  return (
    <nav className="bottom-bar" aria-label={words.shell.menuLabel}>
      {menu.slice(0, onPhone).map(({ key, to, icon, short }) => (
        <Link key={key} to={to} aria-current={key === selected ? 'page' : undefined}>
          {icon}
          {short}
        </Link>
      ))}
    </nav>
  );
}

/** Name, posts, the menu entries that a phone's bottom bar has no room for, and the way out. */
function Account() {
  const me = useSignedIn();
  const phone = usePhone();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () => signOut.mutate(undefined, { onSuccess: () => navigate('/sign-in', { replace: true }) });
  const further = phone ? menuOf(me).slice(onPhone) : [];
  const posts = me.posts.map(({ organisationName, role, deputy }) => words.shell.post(organisationName, roleNames[role], deputy));
  const items: MenuProps['items'] = [
    ...posts.map((post) => ({ key: post, label: post, disabled: true })),
    { type: 'divider' },
    ...further.map(({ key, to, icon, label }) => ({ key, icon, label: <Link to={to}>{label}</Link> })),
    { key: 'sign-out', icon: <LogoutOutlined />, label: words.shell.signOut, onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<DownOutlined />} iconPlacement="end" aria-label={words.shell.accountOf(me.name)}>
        {me.name}
      </Button>
    </Dropdown>
  );
}

/** Only in the demo: what day it is, and for whoever holds a post the way to make it the next. */
function DemoBanner() {
  const me = useSignedIn();
  const today = useToday();
  const phone = usePhone();
  return (
    <section className="demo" aria-label={words.shell.demoLabel}>
      <span>{phone ? words.shell.demoLabel : words.shell.demoNotice}</span>
      {today.data ? (
        <span className="strong">{phone ? formatDate(today.data.today) : words.shell.businessDay(today.data.today)}</span>
      ) : null}
      {holdsAnyPost(me) ? <DemoTools /> : null}
    </section>
  );
}

function DemoTools() {
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const advance = useAdvanceDay();
  const move = () => {
    setAsking(false);
    advance.mutate(undefined, { onSuccess: (clock) => void message.success(words.shell.advanced(clock.today)) });
  };
  const { demoTools, advance: title, advanceQuestion } = words.shell;
  return (
    <>
      <Dropdown menu={{ items: [{ key: 'advance', label: title, onClick: () => setAsking(true) }] }} trigger={['click']}>
        <Button size="small" loading={advance.isPending} icon={<DownOutlined />} iconPlacement="end">
          {demoTools}
        </Button>
      </Dropdown>
      <Question title={title} question={advanceQuestion} open={asking} onYes={move} onNo={() => setAsking(false)} />
      {advance.error ? <RefusalAlert refused={advance.error} /> : null}
    </>
  );
}
