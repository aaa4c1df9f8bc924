import { eventually } from '@jifen/test-kit';
import { type Person, textOf } from './person.ts';

const dayShown = /业务日期：(\d+)年(\d+)月(\d+)日/;

/** The demo's day, from its banner. */
async function today({ page }: Person): Promise<string> {
  const [, year, month, day] = dayShown.exec(await textOf(page.getByText(dayShown).first())) ?? [];
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** The demo's button that advances to the next working day. */
async function nextWorkingDay(person: Person): Promise<void> {
  const before = await today(person);
  await person.page.getByRole('button', { name: '演示', exact: true }).click();
  await person.page.getByRole('menuitem', { name: '推进一个工作日' }).click();
  await person.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await eventually(
    async () => {
      if ((await today(person)) === before) throw new Error(`it is still ${before}`);
    },
    { withinMs: 30_000 },
  );
  await person.page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
}

export async function workingDaysPass(person: Person, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await nextWorkingDay(person);
}
