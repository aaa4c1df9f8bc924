import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccount, issuedAccount } from './accounts.ts';
import { claimsReward, pledgesAsked, saysOf, submits, takesBack } from './application.ts';
import {
  adjusts,
  comesTo,
  counters,
  deducts,
  files,
  headings,
  lineOf,
  now,
  opensMonth,
  passesOwnLine,
  posts,
  receives,
  registers,
  returns,
  reviews,
  roster,
  rowOf,
} from './branch-month.ts';
import { type Browser, keepScreen, openBrowser } from './browser.ts';
import { chaptersOf } from './chapters.ts';
import { workingDaysPass } from './clock.ts';
import { expectSoon } from './expect-soon.ts';
import { caughtMails, isNotified } from './mail-catcher.ts';
import { countsVotes, entersResult, findings, notesAttendance, numbersShown } from './meeting.ts';
import { answersNo, objects } from './objections.ts';
import { chooses, followsTodo, opensMenu, type Person, panel, pressesAndConfirms, sees, signsIn, textOf, todosOf } from './person.ts';

const month = '/branches/chengnan/2026-09';
const storyMs = 180_000;
const cutReason = '第三周的巡查记录没有交，按部分完成计';

/** September of 澄南社区党支部: thirty members, a committee of five, party day on 22 October. */
describe('a month of a branch, in the browser', () => {
  let browser: Browser;
  let member: Person;
  let recorder: Person;
  let committeeMember: Person;
  let secretary: Person;
  let superior: Person;
  let county: Person;
  /** The form of the member whose paper is entered. */
  let entered = '';

  beforeAll(async () => {
    browser = await openBrowser();
    member = await signsIn(browser, demoAccount('党员（待申报，澄南社区）'), 'phone');
    recorder = await signsIn(browser, await issuedAccount('p-chengnan-06'));
    committeeMember = await signsIn(browser, await issuedAccount('p-chengnan-02'));
    secretary = await signsIn(browser, await issuedAccount('p-chengnan-01'));
    superior = await signsIn(browser, demoAccount('主管党组织（待签收，桐屿镇党委）'));
    county = await signsIn(browser, demoAccount('县委组织部'));
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
  });

  const chapter = chaptersOf({
    name: 'month',
    withinMs: storyMs,
    people: () => ({ member, recorder, committeeMember, secretary, superior, county }),
  });

  chapter('a member applies on a phone, withdraws and submits again', async () => {
    await followsTodo(member, '9月积分申报');
    await sees(member.page, /^最晚2026年10月19日（周一）提交/);
    const pledges = await pledgesAsked(member);
    expect(pledges.length).toBeGreaterThanOrEqual(3);
    await member.page.getByRole('button', { name: '提交申报' }).click();
    await sees(member.page, '请选择完成情况');

    const first = member.page.getByRole('radio').first();
    await expectSoon(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
    for (const pledge of pledges) await saysOf(member, pledge, '完成');
    await submits(member);
    await keepScreen(member.page, 'month-01-applied-phone');
    await takesBack(member);
    await saysOf(member, pledges[1] ?? '', '部分完成', '外出两天，少巡查一次，已补上');
    await claimsReward(member, { item: '县级以下表彰', evidence: '澄通报〔2026〕51号' });
    await submits(member);
    await sees(member.page, '外出两天，少巡查一次，已补上');
    await keepScreen(member.page, 'month-02-applied-again-phone');
    await expectSoon(() => todosOf(member)).toEqual([]);
  });

  chapter('the recorder sees who has not applied, and enters a signed paper on behalf of one of them', async () => {
    await opensMonth(recorder, month);
    await expectSoon(() => now(recorder)).toContain('现在由党员申报积分');
    const before = await counters(recorder);
    expect(before).toMatchObject({ 应报: 30 });
    await recorder.page.getByRole('button', { name: '未报人员和电话' }).click();
    const waiting = recorder.page.getByRole('dialog', { name: '未报人员和电话' });
    const last = waiting.getByRole('listitem').last();
    const paperMember = (await textOf(last.locator('.strong'))).trim();
    entered = (await last.getByRole('link', { name: '代填' }).getAttribute('href')) ?? '';
    await keepScreen(recorder.page, 'month-03-who-has-not-applied');
    await last.getByRole('link', { name: '代填' }).click();
    await sees(recorder.page, `您正在替${paperMember}同志代填`);
    for (const pledge of await pledgesAsked(recorder)) await saysOf(recorder, pledge, '完成');
    await recorder.page.getByLabel('本人在纸质申请上签字的日期').fill('2026-10-15');
    await submits(recorder, '提交代填');
    await sees(recorder.page, '代填（待本人确认）');
    await sees(recorder.page, /^按本人2026年10月15日（周四）签字的纸质申请代填，代填人：记录员/);
    await opensMonth(recorder, month);
    await expectSoon(() => counters(recorder)).toMatchObject({ 代填: (before.代填 ?? 0) + 1, 未报: (before.未报 ?? 0) - 1 });
    await expectSoon(() => roster(recorder)).toHaveLength(30);
    await expectSoon(() => headings(recorder)).not.toContain('考核登记');
  });

  chapter('the member whose paper was entered confirms it on a phone, once, and the recorder sees that', async () => {
    const paperMember = await signsIn(browser, await issuedAccount(`p-${entered.split('/m-')[1]}`), 'phone');
    await paperMember.page.goto(entered);
    await sees(paperMember.page, '代填（待本人确认）');
    await sees(paperMember.page, /^按本人2026年10月15日（周四）签字的纸质申请代填，代填人：记录员/);
    await paperMember.page.getByRole('button', { name: '确认代填内容' }).click();
    await sees(paperMember.page, '代填（本人已确认）');
    await expectSoon(() => paperMember.page.getByRole('button', { name: '确认代填内容' }).count()).toBe(0);
    await keepScreen(paperMember.page, 'month-03-entry-confirmed-phone');
    await opensMonth(recorder, month);
    await sees(recorder.page, '代填（本人已确认）');
  });

  chapter('when the applications are over, the recorder registers everybody, and nobody else is offered that', async () => {
    await workingDaysPass(county, 1);
    await comesTo(county, month, '今天截止');
    await workingDaysPass(county, 1);
    await comesTo(county, month, '办理考核登记');
    await opensMonth(secretary, month);
    await expectSoon(() => headings(secretary)).not.toContain('考核登记');
    await expectSoon(() => headings(secretary)).not.toContain('支委会初评');
    await isNotified('chengnan06@chenghe.invalid', '请办理：澄南社区党支部9月考核登记');
    await followsTodo(recorder, '澄南社区党支部9月考核登记');
    const names = await roster(recorder);
    await deducts(recorder, names[11] ?? '', { item: '无故缺席组织生活', basis: '9月主题党日无故缺席' });
    await keepScreen(recorder.page, 'month-04-registration');
    await registers(recorder);
    await comesTo(recorder, month, '办理支委会初评');
  });

  chapter('the committee above reminds whoever is to review; the county department sees that this has been done today', async () => {
    const remind = '催办澄南社区党支部2026年9月';
    await opensMenu(superior, '各支部进度');
    await pressesAndConfirms(superior.page, remind);
    await sees(superior.page, '已提醒5人');
    await keepScreen(superior.page, 'month-04-reminded');
    await opensMenu(county, '各支部进度');
    const elsewhere = county.page.getByRole('link', { name: '杉湾小学党支部' });
    await elsewhere.first().waitFor();
    await chooses(county.page.getByRole('combobox', { name: '主管党组织' }), '桐屿镇党委');
    await elsewhere.first().waitFor({ state: 'detached' });
    await pressesAndConfirms(county.page, remind);
    await sees(county.page, '今天已经提醒过');
    await keepScreen(county.page, 'month-04-progress-of-a-committee');
    await expectSoon(() => county.page.getByRole('button', { name: /^催办.+2026年8月$/ }).count()).toBe(0);
    await isNotified('chengnan02@chenghe.invalid', '提醒：澄南社区党支部9月支委会初评还没有办');
  });

  chapter('a committee member reviews with one change and its reason; their own line is left to another', async () => {
    await opensMonth(recorder, month);
    await expectSoon(() => headings(recorder)).not.toContain('支委会初评');
    await isNotified('chengnan02@chenghe.invalid', '请办理：澄南社区党支部9月支委会初评');
    await followsTodo(committeeMember, '澄南社区党支部9月支委会初评');
    const own = rowOf(panel(committeeMember.page, '支委会初评'), committeeMember.name);
    await sees(own, '本人回避');
    await expectSoon(() => own.getByRole('button').count()).toBe(0);
    await adjusts(committeeMember, member.name, { task: '4.5', reason: cutReason });
    await sees(committeeMember.page, '调整1行，其余28行按登记分通过');
    await keepScreen(committeeMember.page, 'month-05-review');
    await reviews(committeeMember);
    await expectSoon(() => todosOf(committeeMember)).not.toContain('澄南社区党支部9月支委会初评');
    await followsTodo(secretary, '澄南社区党支部9月初评：有一位委员本人回避，请您另行办理');
    await sees(secretary.page, `${committeeMember.name}同志回避自己的分数，请您另行初评。`);
    await keepScreen(secretary.page, 'month-06-own-line');
    await passesOwnLine(secretary);
    await comesTo(secretary, month, '办理党员大会评定');
  });

  chapter('the members’ meeting decides: the page shows who is needed, who is present and who is in favour', async () => {
    await workingDaysPass(county, 2);
    await opensMonth(committeeMember, month);
    await expectSoon(() => headings(committeeMember)).not.toContain('录入会议结果');
    await followsTodo(secretary, '澄南社区党支部9月党员大会评定：录入会议结果');
    const names = await roster(secretary);
    await notesAttendance(secretary, names.slice(9, 11));
    await expectSoon(() => numbersShown(secretary)).toEqual([
      '应到会 30',
      '有表决权 28',
      '到会 28 有表决权26人，至少14人',
      '赞成 至少15票',
      '反对',
      '弃权',
    ]);
    await countsVotes(secretary, { 赞成: 14, 反对: 12, 弃权: 0 });
    await expectSoon(() => findings(secretary)).toEqual(['到会人数符合规定', '赞成票还差1票']);
    await countsVotes(secretary, { 赞成: 24, 反对: 1, 弃权: 1 });
    await expectSoon(() => findings(secretary)).toEqual(['到会人数符合规定', '赞成票符合规定']);
    await keepScreen(secretary.page, 'month-07-meeting');
    await entersResult(secretary, '通过', '逐项宣读支委会初评意见，举手表决。');
    await comesTo(secretary, month, '办理公示登记');
    await expectSoon(async () => (await lineOf(secretary, member.name)).join(' ')).toContain(cutReason);
  });

  chapter('the list is posted for five working days, and one objection holds back one line', async () => {
    await opensMonth(member, month);
    await expectSoon(() => headings(member)).not.toContain('公示登记');
    await followsTodo(recorder, '澄南社区党支部9月公示登记');
    await posts(recorder, '社区党务公开栏');
    await sees(recorder.page, '公示中（还剩5个工作日）');
    await opensMonth(member, month);
    await objects(member, '第三周的巡查记录当时交给了值班同志，请核实。');
    await keepScreen(member.page, 'month-08-objection-phone');
    await expectSoon(async () => {
      await opensMonth(recorder, month);
      return counters(recorder);
    }).toMatchObject({ 异议: 1, 暂缓公示: 1 });
    await sees(recorder.page, `暂缓公示：${member.name}`);
    await sees(recorder.page, '名单29人，暂缓公示1人');
    await keepScreen(recorder.page, 'month-09-publicity');
    await opensMonth(secretary, month);
    await expectSoon(() => headings(secretary)).not.toContain('上报备案');
  });

  chapter('the list is filed without that line; it is returned once with a reason, and comes again', async () => {
    await workingDaysPass(county, 5);
    await comesTo(county, month, '公示中（今天截止）');
    await workingDaysPass(county, 1);
    await comesTo(county, month, '办理上报备案');
    await followsTodo(recorder, '澄南社区党支部9月上报备案');
    await files(recorder);
    await isNotified('tongyu01@chenghe.invalid', '请办理：澄南社区党支部9月备案');
    await followsTodo(superior, '澄南社区党支部9月备案：出具回执，或者退回补正');
    await keepScreen(superior.page, 'month-10-filed');
    await returns(superior, '会议记录没有写明主持人，请补正后再报。');
    await followsTodo(recorder, '澄南社区党支部9月上报备案');
    await sees(recorder.page, '退回原因：会议记录没有写明主持人，请补正后再报。');
    await files(recorder);
    await followsTodo(superior, '澄南社区党支部9月备案：出具回执，或者退回补正');
    await receives(superior);
    await keepScreen(superior.page, 'month-11-receipt');
  });

  chapter('the objection is answered in writing, and the member reads the answer, the points and why', async () => {
    await followsTodo(secretary, '澄南社区党支部9月有异议待书面答复');
    await answersNo(secretary, '经核实，值班同志没有收到当周记录，维持原分。');
    await opensMonth(member, month);
    await sees(member.page, '经核实，值班同志没有收到当周记录，维持原分。');
    await opensMenu(member, '积分');
    await sees(member.page, /^截至9月得.+分（同期满分.+分）$/);
    await keepScreen(member.page, 'month-12-sheet-phone');
    await member.page.getByRole('button', { name: /9月/ }).click();
    const why = member.page.getByRole('dialog', { name: '9月为什么是这个分' });
    await sees(why, /任务分4\.5：由支部评定/);
    await sees(why, '奖励分：县级以下表彰，+1分');
    await keepScreen(member.page, 'month-13-why-phone');
  });

  chapter('the recorder finds who is to be telephoned, and what became of the mails', async () => {
    await opensMenu(recorder, '发送记录');
    await chooses(recorder.page.getByRole('combobox', { name: '党支部和月份' }), '澄南社区党支部 2026年9月');
    await sees(recorder.page, '已发送');
    await keepScreen(recorder.page, 'month-14-deliveries');
    await opensMenu(recorder, '电话通知单');
    await chooses(recorder.page.getByRole('combobox', { name: '党支部和月份' }), '澄南社区党支部 2026年9月');
    await recorder.page.getByRole('button', { name: /^已经办完或者过期，不用再通知的\d+条$/ }).click();
    await sees(recorder.page, '澄南社区党支部9月积分公示');
    await sees(recorder.page, /^126\d{8}$/);
    await keepScreen(recorder.page, 'month-15-telephone');
  });

  chapter('everybody with an address got the mails, and none of them has a score or an identity number', async () => {
    await isNotified('chengnan09@chenghe.invalid', '澄南社区党支部9月积分公示');
    await isNotified('chengnan06@chenghe.invalid', '澄南社区党支部9月积分备案退回补正');
    await isNotified('chengnan09@chenghe.invalid', '您提出的异议已书面答复');
    const telling = (await caughtMails()).filter(({ subject, text }) => /\d分|得分|\d{17}[\dX]/.test(subject + text));
    expect(telling).toEqual([]);
  });

  it('no page complained', () => {
    expect(browser.complaints()).toEqual([]);
  });
});
