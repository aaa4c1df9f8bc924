import { dateText, monthText, numberIn, type Sentence } from '../facts.ts';
import { nameIn, roleNames } from '../names.ts';

const minutes = (seconds: number) => `${Math.max(1, Math.ceil(seconds / 60))}分钟`;
const broken = '网页送出的内容不完整，没有办理。请刷新页面再试；仍然不行，请告诉管理员。';
const busy = '系统正忙，没有办成，您填的内容还在。请过一会儿再试。';

/** Signing in, the request itself, the servers behind it. */
export const requestRefusals: Record<string, Sentence> = {
  'wrong-credentials': () => '账号或密码不对。请核对后再输入；忘记密码的，请找支部记录员或主管党组织重新领取。',
  'too-many-attempts': (facts) => {
    const seconds = numberIn(facts, 'retryAfterSeconds');
    return seconds === undefined ? '输错次数太多。请过15分钟再登录。' : `输错次数太多。请过${minutes(seconds)}再登录。`;
  },
  'not-signed-in': () => '登录已经结束。请重新登录，再继续办理。',
  'not-from-this-site': () => '这次操作不是从本系统的网页发出的，没有办理。请从本系统的网页重新操作。',
  'not-for-this-caller': () => '这项操作不对外开放。请从菜单进入要办的事。',
  forbidden: () => '您现在担任的职务不能办这件事。请由应当办理的人办理。',
  'not-allowed': () => '您现在担任的职务不能办这件事。请由应当办理的人办理。',
  invisible: () => '没有找到，或者不在您可以查看的范围内。请从待办或菜单重新进入。',
  'not-found': () => '没有找到，或者不在您可以查看的范围内。请从待办或菜单重新进入。',
  'method-not-allowed': () => broken,
  'invalid-request': () => '有的内容没有填对。请检查标红的地方，改好后再提交。',
  'invalid-json': () => broken,
  'unsupported-content-type': () => broken,
  'request-aborted': () => '网络中断，没有收到完整内容。请再提交一次，不会重复记录。',
  'body-too-large': () => '内容太多，没有收下。请把说明写短一些，再提交。',
  'unknown-refusal': () => '没有办成。请刷新页面看看现在的情况，再试一次；仍然不行，请告诉管理员。',
  'too-many-requests': (facts) => {
    const seconds = numberIn(facts, 'retryAfterSeconds');
    return `您的操作太频繁，系统没有受理这一次请求，您填的内容还在。请过${seconds === undefined ? '一会儿' : `${seconds}秒`}再试。`;
  },
  overloaded: () => busy,
  'service-unavailable': () => busy,
  'store-unavailable': () => busy,
  'audit-unavailable': () => '办理记录暂时写不进去，为稳妥起见没有办理。请过几分钟再试；仍然不行，请告诉管理员。',
  'internal-error': () => '系统出了问题，没有办成，您填的内容还在。请再试一次；仍然不行，请告诉管理员。',
  'document-unreadable': () => '系统里有一份记录读不出来，没有办成，您填的内容还在。请告诉管理员，由管理员查看运行日志。',
  'page-outdated': () => '系统已经更新，这个页面是旧的。请先把没有提交的内容抄下来，再刷新页面。',
  offline: () => '无法连接服务器，您填的内容还在。请检查网络后再试。',
  'different-body': () => '这次提交和先前的内容不一样，没有再收。请刷新页面，看看已经记录的内容。',
  'calendar-missing': (facts) => {
    const year = numberIn(facts, 'year');
    return `${year === undefined ? '这一年' : `${year}年`}的工作日历还没有发布，算不出截止日期。请县委组织部先发布工作日历。`;
  },
  'calendar-changed-meanwhile': (facts) => {
    const year = numberIn(facts, 'year');
    return `${year === undefined ? '这一年' : `${year}年`}的工作日历刚刚由别的同志改过，您这次的没有保存，填的内容还在。请看过现在的内容再保存。`;
  },
  'calendar-day-twice': (facts) => `${dateText(facts.date) ?? '有一天'}既列为法定节假日，又列为调休上班日。请改成其中一种，再保存。`,
  'extension-past': () => '延期的日子已经过去了。请选今天或者以后的工作日。',
  'extension-not-a-working-day': (facts) => `${dateText(facts.lastDay) ?? '这一天'}不是工作日，不能作为截止日。请改为工作日。`,
  'extension-not-later': (facts) => {
    const standing = dateText(facts.lastDay);
    return `只能往后延${standing === undefined ? '' : `，现在的截止日是${standing}`}。请选更晚的工作日。`;
  },
  'extension-after-registration': (facts) => {
    const registration = dateText(facts.lastDay);
    return `个别延期最多到登记截止的那一天${registration === undefined ? '' : `，也就是${registration}`}。请选更早的工作日；还不够的，请上级把登记延期。`;
  },
  'clock-backwards': () => '业务日期只能往后走。请选择更晚的日期。',
  'clock-not-set': () => '业务日期还没有设定。请系统管理员先设定。',
  'year-mismatch': () => '日历的年份前后不一致。请核对后再保存。',
  'date-outside-year': () => '日历里有别的年份的日期。请核对后再保存。',
  'field-not-known': () => '这一项没有登记。请向本人核实。',
  'post-ends-before-it-begins': () => '任期的结束日期早于开始日期。请核对后改正。',
  'standing-in-the-future': () => '变动的日期还没有到。请填今天或者以前的日期。',
  'identity-number-taken': () => '这个身份证号码已经登记在另一个人名下。请核对。',
  'account-in-use': () => '这个账号已经有人使用。请换一个。',
  'no-sign-in-name': () => '这个人还没有账号名称。请先登记账号名称，再发放密码。',
  'incomplete-branch': () => '支部资料不全。请补上所属系统和主题党日，再保存。',
  'unknown-person': () => '没有找到这个人。请核对后再办。',
  'unknown-organisation': () => '没有找到这个组织。请核对后再办。',
  'separate-administrators': (facts) =>
    `系统、安全、审计三员在同一时间要由不同的人担任，这位同志任期内已是${nameIn(roleNames, facts.held)}。请另选一位同志，或者先写明原职务到哪一天为止。`,
  'not-a-period': () => '月份没有填对。请从列出的月份中选。',
  'wrong-service-secret': () => broken,
  'no-year-plan': () => '这个支部今年的月度计划还没有下达，本月不能开始办理。请主管党组织先下达年度计划。',
  'earlier-months-wrong': (facts) => {
    const count = Array.isArray(facts.issues) ? facts.issues.length : undefined;
    return `补录的材料里有${count === undefined ? '' : `${count}处`}不符合规定，一条也没有录入。请按列出的位置改正以后，整份重新提交。`;
  },
  'month-not-over': () => '这个月还没有结束，不能补录。请按正常步骤办理。',
  'month-run-by-process': (facts) => `从${monthText(facts.first ?? facts.period)}起已经在系统里办理，这个月不能再补录。请按正常步骤办理。`,
  'month-imported-already': () => '这个月已经补录过了，不能再录一次。确有差错的，请办理更正（原记录保留）。',
  'duplicate-month': () => '同一个月在材料里出现了两次。请只留一份。',
  'meeting-before-its-month': () => '党员大会的日期早于所评的月份。请核对后改正。',
  'filed-before-posting': () => '备案的日期应当在公示之后。请核对后改正。',
  'not-of-the-branch': () => '名单里有不是这个支部的党员。请核对名册。',
  'unknown-branch': () => '没有找到这个支部。请从菜单重新进入。',
  'nothing-outstanding': () => '这一步现在没有要提醒的人，可能刚刚办完。请刷新页面看现在的情况。',
  'not-due-yet': () => '还没有到截止时间，现在不能转入下一步。请到期后再看。',
};
