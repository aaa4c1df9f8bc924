import type { BranchMonthStageName } from '@jifen/contracts';
import { objectionReceipt } from '../../format.ts';
import { dateText, dayText, type Facts, numberIn, type Sentence, textIn } from '../facts.ts';
import { nameIn, roleNames, stageNames } from '../names.ts';

function receiptIn(facts: Facts): string | undefined {
  const number = numberIn(facts, 'number');
  const period = textIn(facts, 'period');
  return number === undefined || period === undefined ? undefined : objectionReceipt(period, number);
}

const alreadyDecided: Sentence = (facts) => {
  const at = dateText(facts.at);
  return `另一位同志已经${at === undefined ? '' : `于${at}`}办理了这一步，您这次的没有记录。请刷新页面，看办理结果。`;
};

/** Steps ④ to ⑧: who may decide, when, and on what. */
export const decisionRefusals: Record<string, Sentence> = {
  'wrong-step': (facts) => {
    const status = textIn(facts, 'status') ?? '';
    const known = Object.hasOwn(stageNames, status);
    return `${known ? `本月现在是“${stageNames[status as BranchMonthStageName]}”` : '本月已经不在这一步'}，这件事现在办不了。请刷新页面，看现在由谁办。`;
  },
  'not-your-post': () => '这一步不由您办理。请由应当办理的人办理。',
  'own-line': () => '不能评自己的分（本人回避）。请由另一位委员办理您这一行，其余各行照常办理。',
  'stale-roster': () => '名单刚刚有变动，您看到的已经不是最新的。请刷新页面核对后，再办一次。',
  'already-decided': alreadyDecided,
  'decided-by-another': alreadyDecided,
  'post-vacant': (facts) => `${nameIn(roleNames, facts.role)}现在没有人担任，这一步没有人能办。请主管党组织先明确人选。`,
  'scheme-unfit-for-months': () => '本支部今年的细则还不能按月计分，本月不能开始办理。请县委组织部先修订细则。',
  'no-participants': () => '这个支部还没有可以参加积分的党员，本月不能开始办理。请先登记党员。',
  'month-not-begun': () => '这个月还没有开始，请到时再办。',
  'unknown-act': () => '没有找到这条办理记录。请刷新页面再看。',
  'member-has-left': () => '这位同志已经不在本支部，不用再办理。请刷新页面，看现在的名册。',
  'already-applied': () => '本月已经申报过了。要改，请先“撤回修改”，再重新提交。',
  'reason-required': () => '有改动的行还没有写明理由。请补上，再提交。',
  'late-reason-required': () => '已经过了申报截止日。请写明逾期原因，再提交。',
  'no-quorum': (facts) => {
    const needed = numberIn(facts, 'needed');
    return `到会人数不够${needed === undefined ? '' : `（至少要${needed}人）`}，不能作出决议。请如实记录这次会议，另定时间再开。`;
  },
  'not-carried': (facts) => {
    const needed = numberIn(facts, 'needed');
    const rule = needed === undefined ? '赞成人数没有超过应到会有表决权人数的半数' : `赞成人数不够，至少要${needed}票`;
    return `${rule}，不能按通过记录。请核对票数；确实没有通过的，请按“未通过”记录。`;
  },
  'votes-do-not-add-up': () => '赞成、反对、弃权加起来与到会有表决权的人数不符。请核对票数。',
  'not-a-working-day': () => '这一天不是工作日，不能作为公示的起始日。请改为工作日。',
  'publicity-not-over': (facts) => {
    const until = dayText(facts, 'until');
    return `公示期还没有满${until === undefined ? '' : `（到${until}为止）`}，现在不能上报。请等公示期满。`;
  },
  'objection-open': () => '还有异议没有书面答复。请先答复；涉及的人暂缓公示，其余名单照常上报。',
  'unknown-objection': () => '没有找到这件异议。请刷新页面再看。',
  'already-objected': (facts) => {
    const first = receiptIn(facts);
    return `这位同志对这一行的同一项已经提出过异议${first === undefined ? '' : `（${first}）`}，不用再提。补充的事实和理由，请直接告诉支部。`;
  },
  'nothing-to-withdraw': () => '没有可以撤回的办理记录。请刷新页面看现在的情况。',
  'next-step-decided': () => '下一步已经办理，不能再撤回。确有差错的，请在公示期内提出异议，或者由主管党组织更正（原记录保留）。',
  'second-person-required': () => '这一行是您登记的，还要另一位同志复核。请由会议推选的复核人办理。',
  'applications-open': (facts) => {
    const until = dayText(facts, 'until');
    const waiting = numberIn(facts, 'waiting');
    const left = waiting === undefined ? '还有人没有报' : `还有${waiting}人没有报`;
    return `申报${until === undefined ? '还没有截止' : `到${until}截止`}，${left}。请等报齐或截止以后再登记。`;
  },
  'return-window-over': () => '退回期已经过了。发现差错的，请办理更正（原记录保留）。',
  'return-window-open': (facts) => {
    const until = dayText(facts, 'until');
    return `备案还在退回期内${until === undefined ? '' : `（到${until}为止）`}，期满以后才办结。`;
  },
  'unknown-round': () => '没有这一轮公示。请刷新页面，看现在是第几轮。',
  'own-entry': () => '这是您自己登记或者提出的，不能再由您复核或者答复。请由另一位同志办理。',
  'line-not-awaiting': () => '这一行不需要另行办理。请刷新页面核对。',
  'signature-required': () => '代填要以本人签字的纸质申请为准。请填写签字日期，再提交。',
  'late-application-refused': () => '已经过了申报截止日，这个月不再收补报。请向记录员说明情况。',
  'carried-by-the-votes': (facts) => {
    const inFavour = numberIn(facts, 'inFavour');
    return `按票数${inFavour === undefined ? '' : `（赞成${inFavour}票）`}应当是通过，不能记为未通过。请核对票数和结果。`;
  },
  'attended-and-on-leave': () => '同一位同志填了两次，或者既填了到会又填了请假。请按签到表改成一种。',
  'day-before-the-month': (facts) =>
    `${dateText(facts.day) ?? '这个日期'}在这个月之前，请填写${dateText(facts.from) ?? '这个月第一天'}以后的日期。`,
  'nobody-present': () => '没有填写到会的人。请按签到表填写，没有开会的不用录入。',
  'day-in-the-future': () => '日期还没有到。请填写实际发生的日期。',
  'posted-before-the-meeting': () => '公示日期早于党员大会的日期。请核对后改正。',
  'publicity-over': () => '公示期已经结束，不能再提出异议。发现差错的，请直接向支部或主管党组织反映。',
  'new-value-required': () => '异议成立的，要填写改后的分数。请填好再提交。',
  'month-is-over': () => '本月已经办结，不能再申报或修改。',
  'nothing-to-confirm': () => '没有等您确认的代填内容。请刷新页面看现在的情况。',
};
