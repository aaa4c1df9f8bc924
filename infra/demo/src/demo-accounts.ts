import { issueAccounts } from './issue-accounts.ts';
import { type Person, personIdOf } from './people.ts';
import type { World } from './world.ts';

export type DemoAccount = { post: string; name: string; signInName: string; password: string };

/** Each of them has something to decide or to see at once. The system administrator holds no other post and sees no score. */
export const demoPosts: readonly { post: string; personId: string }[] = [
  { post: '党员（待申报，澄南社区）', personId: personIdOf('chengnan', 9) },
  { post: '党员（公示中，杉湾小学）', personId: personIdOf('shanwan', 8) },
  { post: '记录员（待登记，栗坞村）', personId: personIdOf('liwu', 4) },
  { post: '支委会委员（待初评，岚坪村）', personId: personIdOf('lanping', 2) },
  { post: '支部书记（待录入表决，桐屿镇机关）', personId: personIdOf('tongyujiguan', 1) },
  { post: '记录员（待公示，县档案和数据中心）', personId: personIdOf('danganshuju', 4) },
  { post: '主管党组织（待签收，桐屿镇党委）', personId: 'p-tongyu-01' },
  { post: '县委组织部', personId: 'p-chenghe-01' },
  { post: '系统管理员', personId: 'p-chenghe-02' },
];

/** Passwords are shown once: the last step of the seed. */
export async function issueDemoAccounts(world: World, people: readonly Person[]): Promise<DemoAccount[]> {
  const accounts = await issueAccounts(
    world,
    demoPosts.map(({ personId }) => personId),
  );
  return demoPosts.map(({ post, personId }) => {
    const name = people.find((person) => person.personId === personId)?.name ?? '';
    const account = accounts.find((issued) => issued.personId === personId);
    return { post, name, signInName: account?.signInName ?? '', password: account?.password ?? '' };
  });
}
