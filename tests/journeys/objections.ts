import { chooses, type Person, panel, sees } from './person.ts';

/** 提出异议: about one's own line unless another is chosen. */
export async function objects({ page }: Person, statement: string, about?: string): Promise<void> {
  await panel(page, '异议').getByRole('button', { name: '提出异议' }).click();
  const form = page.getByRole('dialog', { name: '提出异议' });
  if (about !== undefined) await chooses(form.getByRole('combobox', { name: '被提异议的同志' }), about);
  await form.getByLabel('事实和理由').fill(statement);
  await form.getByRole('button', { name: '提出异议' }).click();
  await form.waitFor({ state: 'detached' });
  await sees(page, '待书面答复');
}

type Entered = { way: string; objector: string; about: string; wish: string; statement: string };

/** 登记异议: for a member of the branch who brought it. */
export async function enters(person: Person, entered: Entered): Promise<void> {
  await entersAgain(person, entered);
  await person.page.getByRole('dialog', { name: '登记异议' }).waitFor({ state: 'detached' });
  await sees(person.page, '待书面答复');
}

/** The same, whatever comes of it. */
export async function entersAgain({ page }: Person, { way, objector, about, wish, statement }: Entered): Promise<void> {
  await panel(page, '异议').getByRole('button', { name: '登记异议' }).click();
  const form = page.getByRole('dialog', { name: '登记异议' });
  await form.getByRole('button', { name: '登记异议' }).click();
  await sees(form, '请选择怎样提出的');
  await sees(form, '请选择提出异议的同志');
  await form.getByLabel(way).check();
  await chooses(form.getByRole('combobox', { name: '提出异议的同志' }), objector);
  await chooses(form.getByRole('combobox', { name: '被提异议的同志' }), about);
  await form.getByRole('textbox', { name: '认为应得多少分（可以不填）' }).fill(wish);
  await form.getByLabel('事实和理由').fill(statement);
  await form.getByRole('button', { name: '登记异议' }).click();
}

/** 书面答复: the objection is turned down in writing. */
export async function answersNo({ page }: Person, answer: string): Promise<void> {
  await panel(page, '异议').getByRole('button', { name: '书面答复' }).click();
  const form = page.getByRole('dialog', { name: '书面答复异议' });
  await form.getByLabel('异议不成立，维持原分').check();
  await form.getByLabel('答复内容').fill(answer);
  await form.getByRole('button', { name: '送出答复' }).click();
  await form.waitFor({ state: 'detached' });
  await sees(page, '异议不成立');
}

/** 书面答复: the objection is upheld, with the points as they are now to be. */
export async function answersYes({ page }: Person, name: string, { task, answer }: { task: string; answer: string }): Promise<void> {
  await panel(page, '异议').getByRole('button', { name: '书面答复' }).click();
  const form = page.getByRole('dialog', { name: '书面答复异议' });
  await form.getByLabel('异议成立，改分').check();
  await form.getByRole('button', { name: '送出答复' }).click();
  await sees(form, '请填写改后的分数');
  await sees(form, '请写明答复内容');
  await form.getByRole('button', { name: '改后的分数' }).click();
  const line = page.getByRole('dialog', { name: `${name}的分数` });
  await line.getByRole('textbox', { name: '任务分' }).fill(task);
  await line.getByRole('button', { name: '确定', exact: true }).click();
  await line.waitFor({ state: 'detached' });
  await form.getByLabel('答复内容').fill(answer);
  await form.getByRole('button', { name: '送出答复' }).click();
  await form.waitFor({ state: 'detached' });
  await sees(page, '异议成立');
}
