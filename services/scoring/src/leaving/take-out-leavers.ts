import { createHash } from 'node:crypto';
import type { LeavingShape, MemberCard } from '@jifen/contracts';
import { membersOf, ok } from '@jifen/domain';
import type { BranchMonthStore, MonthInHand } from '../branch-months/branch-month.store.ts';
import { type Asked, type RecordPorts, recordAct } from '../recording/record-act.ts';

type Ports = RecordPorts & { months: Pick<BranchMonthStore, 'open'> };
type Leaver = MemberCard & { left: LeavingShape };

const mostOpenMonths = 100;
const hasLeft = (card: MemberCard): card is Leaver => card.left !== undefined;

/** Whoever has died, was expelled or moved away is taken out of the open months of the branch. Cards that come again change nothing. */
export async function takeOutLeavers(ports: Ports, cards: readonly MemberCard[], asked: Asked): Promise<void> {
  for (const card of cards.filter(hasLeft)) {
    const open = await ports.months.open({ branchId: card.branchId, limit: mostOpenMonths });
    const concerned = open.filter(({ state }) => membersOf(state).some(({ memberId }) => memberId === card.memberId));
    for (const month of concerned) await takeOut(ports, card, month, asked);
  }
}

/** One member leaves one month once, however often it is told; a refusal says that the month is closed, or that they are gone. */
async function takeOut(ports: Ports, { memberId, left }: Leaver, { branchId, period, round }: MonthInHand, asked: Asked): Promise<void> {
  const { because, on, by } = left;
  const businessKey = `${branchId}/${period}/leave/1/${memberId}`;
  await recordAct(ports, {
    ...asked,
    subject: { kind: 'proceeding', branchId, period },
    actId: `left-${createHash('sha256').update(businessKey).digest('hex').slice(0, 32)}`,
    kind: 'leave',
    sent: [memberId, because, on],
    permit: () => ok({ personId: by, service: 'member', role: 'keeper-of-members' }),
    say: () => ok({ round, memberId, businessKey, content: { kind: 'leave', because, on } }),
  });
}
