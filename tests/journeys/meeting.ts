import type { Locator } from 'playwright-core';
import { type Person, panel, pressesAndConfirms } from './person.ts';

const entry = ({ page }: Person): Locator => panel(page, '录入会议结果');

/** 签到: everybody came except those who asked for leave. */
export async function notesAttendance(person: Person, onLeave: readonly string[]): Promise<void> {
  await entry(person).getByRole('button', { name: '全部到会' }).click();
  for (const name of onLeave) {
    const attendance = entry(person).getByRole('radiogroup', { name: `${name}的到会情况` });
    await attendance.getByText('请假', { exact: true }).click();
  }
}

export async function countsVotes(person: Person, votes: { 赞成: number; 反对: number; 弃权: number }): Promise<void> {
  for (const [kind, count] of Object.entries(votes)) {
    await entry(person).getByRole('textbox', { name: kind, exact: true }).fill(String(count));
  }
}

/** 应到会, 有表决权, 到会 as counted, and what is needed. */
export async function numbersShown(person: Person): Promise<string[]> {
  const shown = await entry(person).locator('.meeting-number').allInnerTexts();
  return shown.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

/** The page's text about quorum and majority while the numbers are entered. */
export const findings = (person: Person): Promise<string[]> => entry(person).locator('[aria-live] .ant-alert').allInnerTexts();

export async function entersResult(person: Person, result: '通过' | '未通过', minutes: string): Promise<void> {
  await entry(person).getByRole('radiogroup', { name: '表决结果' }).getByLabel(result, { exact: true }).check();
  await entry(person).getByLabel('会议记录要点').fill(minutes);
  await pressesAndConfirms(entry(person), '提交会议结果');
  await entry(person).waitFor({ state: 'detached' });
}
