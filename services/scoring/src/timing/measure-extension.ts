import type { ExtensionGiven, ExtensionReach } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import { monthSteps } from '@jifen/domain/proceedings';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, organisationsOf, permitted } from '../access/access.ts';
import type { BranchMonthListed, BranchMonthStore } from '../branch-months/branch-month.store.ts';

type Months = Pick<BranchMonthStore, 'page'>;
type Step = ExtensionGiven['step'];
type Asked = { period: string; step: Step; lastDay?: string | undefined; caller: Caller; now: number };

const pageSize = 100;

/** Regulation 2-2: how many branches still have a step before them, and whose deadline a later day for all would move. */
export async function measureExtension(months: Months, asked: Asked): Promise<Result<ExtensionReach, AccessRefusal>> {
  const { period, step, lastDay, caller, now } = asked;
  const [county] = organisationsOf(caller, now, ['county-organisation-department']);
  if (county === undefined) return refuse({ code: 'forbidden', action: 'deadline:extend-for-all' });
  const permission = permitted({ caller, action: 'deadline:extend-for-all', organisation: county, at: now });
  if (!permission.ok) return permission;
  const upTo = monthSteps.findIndex(({ waits }) => waits === step) + 1;
  const before = monthSteps.slice(0, upTo).map(({ stage }) => stage);
  const listed = await Promise.all(before.map((stage) => monthsAt(months, { scopes: [county], period, stage })));
  // A later round that comes back to these stages is a supplement, which has deadlines of its own.
  const waiting = listed.flat().filter((month) => month.round === 1 && !(step === 'meeting' && month.decidedWith));
  const { total } = await months.page({ scopes: [county], period, page: 1, pageSize: 1 });
  const days = waiting.flatMap((month) => lastDayOf(month, step)).toSorted();
  const moved = lastDay === undefined ? days : days.filter((day) => day < lastDay);
  const [earliest, latest] = [days[0], days.at(-1)];
  return ok({ waiting: waiting.length, done: total - waiting.length, moved: moved.length, earliest, latest });
}

const lastDayOf = ({ deadlines }: BranchMonthListed, step: Step) => deadlines.find((one) => one.step === step)?.lastDay ?? [];

type Wanted = { scopes: readonly string[]; period: string; stage: BranchMonthListed['stage'] };

async function monthsAt(months: Months, wanted: Wanted): Promise<BranchMonthListed[]> {
  const found: BranchMonthListed[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await months.page({ ...wanted, page, pageSize });
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}
