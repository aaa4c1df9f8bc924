import type { ApplicationBody } from '@jifen/contracts';
import { inParallel } from '../../infra/demo/src/world.ts';
import { act, type Desk, monthPath, pause, postsOf } from './desk.ts';
import type { Fulfilled, HandedIn, MemberScript } from './script.ts';

const atOnce = 3;
const dayOf = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** All members who apply in one of these ways do so now; those no longer in `waiting` have done so already. */
export async function handIn(desk: Desk, ways: readonly HandedIn[], isWaiting: (memberId: string) => boolean): Promise<void> {
  const members = desk.script.members.filter(({ handedIn, memberId }) => ways.includes(handedIn) && isWaiting(memberId));
  await inParallel(members, atOnce, (member) => handInOne(desk, member));
}

async function handInOne(desk: Desk, member: MemberScript): Promise<void> {
  switch (member.handedIn) {
    case 'anew':
      await applies(desk, member, 1, hasty(member));
      await takesBack(desk, member, 1);
      await applies(desk, member, 2);
      return;
    case 'late-before-review':
      return appliesAfterRegistration(desk, member);
    default:
      await applies(desk, member, 1);
  }
}

/** The claim of a member who withdraws it afterwards. */
const hasty = ({ fulfilled }: MemberScript) => ({ fulfilled: fulfilled.map((one): Fulfilled => ({ ...one, state: 'done' })), rewards: [] });

/**
 * A service may get the new time a moment later. An application at the exact instant of the registration could no longer be registered,
 * so it is withdrawn and made again.
 */
async function appliesAfterRegistration(desk: Desk, member: MemberScript): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    if ((await applies(desk, member, attempt)) >= desk.now) return;
    await takesBack(desk, member, attempt);
    await pause();
  }
}

const pathOf = ({ script }: Desk, { memberId }: MemberScript) => `${monthPath(script)}/applications/${memberId}`;
const idOf = ({ script }: Desk, { memberId }: MemberScript, attempt: number, what: string) =>
  `sim-${memberId}-${script.period}-${what}-${attempt}`;

async function applies(
  desk: Desk,
  member: MemberScript,
  attempt: number,
  { fulfilled, rewards }: Pick<MemberScript, 'fulfilled' | 'rewards'> = member,
): Promise<number> {
  const { handedIn, personId } = member;
  const onPaper = handedIn === 'on-paper';
  const actId = idOf(desk, member, attempt, 'applies');
  const body: ApplicationBody = {
    actId,
    fulfilments: fulfilled.map(({ pledgeId, state }) => ({
      pledgeId,
      state,
      ...(state === 'done' ? {} : { sentence: '因事未全部完成，已说明' }),
    })),
    rewards: [...rewards],
    ...(handedIn.startsWith('late') ? { lateReason: '外出，回来后补报' } : {}),
    ...(onPaper ? { onBehalf: { paperSignedOn: dayOf(desk.now) } } : {}),
  };
  return act(desk, onPaper ? postsOf(desk.script).recorder : personId, { actId, method: 'put', path: pathOf(desk, member), body });
}

async function takesBack(desk: Desk, member: MemberScript, attempt: number): Promise<void> {
  const actId = idOf(desk, member, attempt, 'takes-back');
  await act(desk, member.personId, { actId, method: 'post', path: `${pathOf(desk, member)}/withdraw`, body: { actId } });
}
