import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuedAccount } from './accounts.ts';
import { headings, opensMonth } from './branch-month.ts';
import { type Browser, keepScreen, openBrowser } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { expectSoon } from './expect-soon.ts';
import { answersNo, enters, entersAgain } from './objections.ts';
import { followsTodo, type Person, panel, sees, signsIn, textOf, todosOf } from './person.ts';
import { printed } from './print.ts';

const month = '/branches/shanwan/2026-09';
const storyMs = 120_000;
const statement = '第三周的辅导记录当时交给了值班同志，请核实。';
const answer = '经核实，值班同志没有收到当周记录，维持原分。';

/** September of 杉湾小学党支部 is in publicity: a member telephones the secretary. */
describe('an objection by telephone, in the browser', () => {
  let browser: Browser;
  let member: Person;
  let recorder: Person;
  let secretary: Person;
  let committeeMember: Person;
  let other: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    member = await signsIn(browser, await issuedAccount('p-shanwan-10'), 'phone');
    recorder = await signsIn(browser, await issuedAccount('p-shanwan-04'));
    secretary = await signsIn(browser, await issuedAccount('p-shanwan-01'));
    committeeMember = await signsIn(browser, await issuedAccount('p-shanwan-02'));
    other = await signsIn(browser, await issuedAccount('p-shanwan-11'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const people = () => ({ member, recorder, secretary, committeeMember, other });
  const chapter = chaptersOf({ name: 'objection-by-telephone', withinMs: storyMs, people });
  const objections = (person: Person) => textOf(panel(person.page, '异议'));

  chapter('the secretary records it for the member, and reads whose it is and until when it is answered', async () => {
    await opensMonth(secretary, month);
    await enters(secretary, { way: '电话', objector: member.name, about: member.name, wish: '6', statement });
    await expectSoon(async () => {
      await opensMonth(secretary, month);
      return objections(secretary);
    }).toContain('最晚');
    const card = await objections(secretary);
    expect(card).toContain(`提出人：${member.name}（电话提出，${secretary.name}登记）`);
    expect(card).toMatch(/公示的任务分：[\d.]+分；提出人认为应当：6分/);
    expect(card).toContain('异议〔2026〕9月第1号');
    await keepScreen(secretary.page, 'objection-by-telephone-01-recorded');
  });

  chapter('the recorder learns that it has been recorded, and under which number', async () => {
    await opensMonth(recorder, month);
    await entersAgain(recorder, { way: '来信', objector: member.name, about: member.name, wish: '', statement });
    await sees(recorder.page, /这位同志对这一行的同一项已经提出过异议（异议〔2026〕9月第1号），不用再提/);
  });

  chapter('the receipt is printed for the member', async () => {
    await opensMonth(secretary, month);
    const receipt = panel(secretary.page, '异议').getByRole('link', { name: '打印登记回执' });
    const [paper] = await printed(secretary.page, (await receipt.getAttribute('href')) ?? '');
    for (const part of [
      '杉湾小学党支部异议登记回执',
      '回执号:异议〔2026〕9月第1号',
      '事项原分核查改后分意见',
      '登记人签字',
      '提出人签字',
      '最晚',
    ])
      expect(paper?.text).toContain(part);
    expect(paper?.text).not.toMatch(/[A-Za-z]/);
    await keepScreen(secretary.page, 'objection-by-telephone-02-receipt');
    await secretary.page.emulateMedia({ media: 'screen' });
  });

  chapter('another member sees nothing of it', async () => {
    await opensMonth(other, month);
    await expectSoon(() => objections(other)).not.toContain(member.name);
  });

  chapter('a member of the committee answers it in writing, and nobody has it to do any more', async () => {
    await followsTodo(committeeMember, '杉湾小学党支部9月有异议待书面答复');
    await answersNo(committeeMember, answer);
    await keepScreen(committeeMember.page, 'objection-by-telephone-03-answered');
    await expectSoon(() => todosOf(secretary)).not.toContain('杉湾小学党支部9月有异议待书面答复');
  });

  chapter('the member reads the answer, and prints it', async () => {
    await opensMonth(member, month);
    await expectSoon(() => objections(member)).toContain(answer);
    await expectSoon(() => objections(member)).toContain(`由${committeeMember.name}答复`);
    await expectSoon(() => headings(member)).not.toContain('书面答复');
    await keepScreen(member.page, 'objection-by-telephone-04-answer-phone');
    const link = panel(member.page, '异议').getByRole('link', { name: '打印答复单' });
    const [paper] = await printed(member.page, (await link.getAttribute('href')) ?? '');
    for (const part of ['杉湾小学党支部异议答复单', answer.normalize('NFKC'), '异议不成立,维持原分', '答复人签字', '提出人签收'])
      expect(paper?.text).toContain(part);
    expect(paper?.text).not.toMatch(/[A-Za-z]/);
    await keepScreen(member.page, 'objection-by-telephone-05-paper');
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
