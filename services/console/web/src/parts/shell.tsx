import { words } from '@jifen/wording';
import { Layout, Menu } from 'antd';
import { Link, Outlet, useLocation } from 'react-router';
import { Account } from './account.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { useSignedIn } from './me.ts';
import { entryOf, type MenuEntry, menuOf } from './menu.tsx';
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

type MenuProps = { menu: readonly MenuEntry[]; selected: string };

function SideMenu({ menu, selected }: MenuProps) {
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

function BottomBar({ menu, selected }: MenuProps) {
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
