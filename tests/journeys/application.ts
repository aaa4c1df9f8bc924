import { chooses, type Person, pressesAndConfirms, sees } from './person.ts';

type Said = '完成' | '部分完成' | '未完成';

/** The pledges and tasks that the form asks about. */
export const pledgesAsked = ({ page }: Person): Promise<string[]> => page.locator('.pledge-text').allInnerTexts();

/** States how far one pledge was kept; the form asks for a sentence unless it was done in full. */
export async function saysOf({ page }: Person, pledge: string, said: Said, sentence?: string): Promise<void> {
  const group = page.getByRole('group', { name: `${pledge}的完成情况` }).first();
  await group.getByRole('radio', { name: said, exact: true }).check();
  if (sentence !== undefined) await group.getByLabel('请用一句话写明情况').fill(sentence);
}

/** 加分事项 is collapsed while it is empty. */
export async function claimsReward({ page }: Person, { item, evidence }: { item: string; evidence: string }): Promise<void> {
  await page.getByRole('button', { name: /加分事项/ }).click();
  await page.getByRole('button', { name: '添加一项加分' }).click();
  await chooses(page.getByRole('combobox', { name: '事项' }), item);
  await page.getByLabel('依据（文件名称、文号或者证明人）').fill(evidence);
}

export async function submits(person: Person, button: '提交申报' | '提交代填' = '提交申报'): Promise<void> {
  await person.page.getByRole('button', { name: button }).click();
  await sees(person.page, /^接下来由/);
}

export async function takesBack(person: Person): Promise<void> {
  await pressesAndConfirms(person.page, '撤回修改');
  await person.page.getByRole('button', { name: '提交申报' }).waitFor();
}
