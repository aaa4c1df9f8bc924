import { DownOutlined, LogoutOutlined } from '@ant-design/icons';
import type { ConsoleMe } from '@jifen/contracts';
import { roleNames, words } from '@jifen/wording';
import { Button, Dropdown, type MenuProps } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useSignOut } from '../api/commands.ts';
import { useSignedIn } from './me.ts';
import { menuOf } from './menu.tsx';
import { usePhone } from './use-phone.ts';

const postsOf = ({ posts }: ConsoleMe) =>
  posts.map(({ organisationName, role, deputy }) => words.shell.post(organisationName, roleNames[role], deputy));

/** Name, posts, the menu entries that a phone's bottom bar has no room for, and the way out. */
export function Account() {
  const me = useSignedIn();
  const phone = usePhone();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () => signOut.mutate(undefined, { onSuccess: () => navigate('/sign-in', { replace: true }) });
  const further = phone ? menuOf(me).slice(4) : [];
  const items: MenuProps['items'] = [
    ...postsOf(me).map((post) => ({ key: post, label: post, disabled: true })),
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
