import { eventually } from '@jifen/test-kit';
import { opensMonth } from './branch-month.ts';
import { type Person, textOf } from './person.ts';

const dayShown = /业务日期：(\d+)年(\d+)月(\d+)日/;

/** What day the demo has, as its banner says. */
export async function today({ page }: Person): Promise<string> {
  const [, year, month, day] = dayShown.exec(await textOf(page.getByText(dayShown).first())) ?? [];
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** The button of the demo that makes it the next working day. */
export async function nextWorkingDay(person: Person): Promise<void> {
  const before = await today(person);
  await person.page.getByRole('button', { name: '推进一个工作日' }).click();
  await eventually(
    async () => {
      if ((await today(person)) === before) throw new Error(`it is still ${before}`);
    },
    { withinMs: 30_000 },
  );
}

/** Day after day until the month's page says what is waited for; how many days it took. */
export async function daysUntil(person: Person, month: string, says: string, atMost: number): Promise<number> {
  for (let days = 0; days <= atMost; days += 1) {
    if (days > 0) await nextWorkingDay(person);
    if (await comesTo(person, month, says)) return days;
  }
  throw new Error(`After ${atMost} working days the page does not say “${says}”`);
}

/** Processes follow the clock a moment later. */
async function comesTo(person: Person, month: string, says: string): Promise<boolean> {
  const shown = async () => {
    await opensMonth(person, month);
    if (!(await textOf(person.page.locator('.now'))).includes(says)) throw new Error('not yet');
    return true;
  };
  return eventually(shown, { withinMs: 4_000, everyMs: 250 }).catch(() => false);
}
