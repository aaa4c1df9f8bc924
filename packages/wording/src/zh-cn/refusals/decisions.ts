import type { BranchMonthStageName } from '@jifen/contracts';
import { dateText, dayText, type Facts, monthText, numberIn, type Sentence, textIn } from '../facts.ts';
import { nameIn, roleNames, stageNames } from '../names.ts';

const stageIn = (facts: Facts): string | undefined => {
  const stage = textIn(facts, 'stage') ?? textIn(facts, 'status');
  return stage !== undefined && Object.hasOwn(stageNames, stage) ? stageNames[stage as BranchMonthStageName] : undefined;
};

const alreadyDecided: Sentence = (facts) => {
  const at = dateText(facts.at);
  const name = textIn(facts, 'byName');
  const who = name === undefined ? '另一位同志' : name;
  return `${who}已经${at === undefined ? '' : `于${at}`}办理了这一步，您这次的没有记录。请刷新页面，看办理结果。`;
};

const majority: Sentence = (facts) => {
  const needed = numberIn(facts, 'needed') ?? numberIn(facts, 'neededInFavour');
  const rule = needed === undefined ? '赞成人数没有超过应到会有表决权人数的半数' : `赞成人数不够，至少要${needed}票`;
  return `${rule}，不能按通过记录。请核对票数；确实没有通过的，请按“未通过”记录。`;
};

/** Steps ④ to ⑧: who may decide, when, and on what. */
export const decisionRefusals: Record<string, Sentence> = {
  'wrong-step': (facts) => {
    const stage = stageIn(facts);
    return `${stage === undefined ? '本月已经不在这一步' : `本月现在是“${stage}”`}，这件事现在办不了。请刷新页面，看现在由谁办。`;
  },
  'wrong-round': () => '这一轮公示已经结束，现在是新的一轮。请刷新页面后再办。',
  'not-your-post': (facts) => {
    const role = textIn(facts, 'role') ?? textIn(facts, 'expected');
    return role === undefined
      ? '这一步不由您办理。请由应当办理的人办理。'
      : `这一步由${nameIn(roleNames, role)}办理。请告诉对方，或者由支部调整分工。`;
  },
  'own-line': () => '不能评自己的分（本人回避）。请由另一位委员办理您这一行，其余各行照常办理。',
  'stale-roster': () => '名单刚刚有变动，您看到的已经不是最新的。请刷新页面核对后，再办一次。',
  'already-decided': alreadyDecided,
  'decided-by-another': alreadyDecided,
  'post-vacant': (facts) => `${nameIn(roleNames, facts.role)}现在没有人担任，这一步没有人能办。请主管党组织先明确人选。`,
  'scheme-unfit-for-months': () => '本支部今年的细则还不能按月计分，本月不能开始办理。请县委组织部先修订细则。',
  'no-participants': () => '这个支部还没有可以参加积分的党员，本月不能开始办理。请先登记党员。',
  'month-not-begun': (facts) => {
    const opens = dateText(facts.opensAt ?? facts.begins ?? facts.from);
    return opens === undefined ? '这个月还没有开始，请到时再办。' : `这个月${opens}开始，请到时再办。`;
  },
  'unknown-act': () => '没有找到这条办理记录。请刷新页面再看。',
  'member-has-left': () => '这位同志已经不在本支部，不用再办理。请刷新页面，看现在的名册。',
  'already-applied': () => '本月已经申报过了。要改，请先“撤回修改”，再重新提交。',
  'already-open': (facts) => `${monthText(facts.period)}已经开过了。请直接进入办理。`,
  'reason-required': () => '有改动的行还没有写调整理由。请写明理由，再提交。',
  'late-reason-required': () => '已经过了申报截止日。请写明逾期原因，再提交。',
  'no-quorum': (facts) => {
    const needed = numberIn(facts, 'needed') ?? numberIn(facts, 'neededPresent');
    return `到会人数不够${needed === undefined ? '' : `（至少要${needed}人）`}，不能作出决议。请如实记录这次会议，另定时间再开。`;
  },
  'not-carried': majority,
  'votes-do-not-add-up': () => '赞成、反对、弃权加起来与到会有表决权的人数不符。请核对票数。',
  'voter-not-due': () => '到会名单里有不应到会的人。请核对签到表。',
  'present-and-on-leave': () => '有人既记为到会又记为请假。请核对签到表。',
  'not-a-working-day': () => '这一天不是工作日，不能作为公示的起始日。请改为工作日。',
  'in-the-future': () => '日期还没有到。请填写实际发生的日期。',
  'publicity-not-over': (facts) => {
    const until = dayText(facts, 'until');
    return `公示期还没有满${until === undefined ? '' : `（到${until}为止）`}，现在不能上报。请等公示期满。`;
  },
  'objection-open': () => '还有异议没有书面答复。请先答复；涉及的人暂缓公示，其余名单照常上报。',
  'objection-closed': () => '这件异议已经答复过了。请刷新页面，看答复内容。',
  'unknown-objection': () => '没有找到这件异议。请刷新页面再看。',
  'already-objected': () => '这一项已经有人提出异议，正在办理。请等书面答复。',
  'not-in-publicity': () => '不在公示期内，不能提出异议。公示以后发现差错的，请直接向支部或主管党组织反映。',
  'not-on-the-list': () => '这个人不在这一轮公示名单上。请刷新页面核对。',
  'nothing-to-withdraw': () => '没有可以撤回的办理记录。请刷新页面看现在的情况。',
  'next-step-decided': () => '下一步已经办理，不能再撤回。确有差错的，请在公示期内提出异议，或者由主管党组织更正（原记录保留）。',
  'not-yours-to-withdraw': () => '只能撤回自己办理的。请由原办理人撤回。',
  'already-registered': () => '记录员已经登记，不能再撤回修改。要改，请告诉记录员或在公示期内提出异议。',
  'second-person-required': () => '这一行是您登记的，还要另一位同志复核。请由会议推选的复核人办理。',
  'own-filing': () => '您替这个支部录入过材料，不能再办理它的备案。请由另一位同志办理。',
  'not-a-member-of-the-branch': () => '您不是这个支部的党员，不能办这件事。',
  'not-the-member': () => '只能申报自己的积分。要代填的，请由记录员办理。',
  'application-closed': () => '本月申报已经结束。要补报，请告诉记录员，写明逾期原因。',
  'not-open-yet': (facts) => {
    const opens = dateText(facts.opensAt ?? facts.opensOn);
    return opens === undefined ? '本月申报还没有开始。' : `本月申报${opens}开始，请到时再填。`;
  },
  'applications-open': (facts) => {
    const until = dayText(facts, 'until');
    const waiting = numberIn(facts, 'waiting');
    const left = waiting === undefined ? '还有人没有报' : `还有${waiting}人没有报`;
    return `申报${until === undefined ? '还没有截止' : `到${until}截止`}，${left}。请等报齐或截止以后再登记。`;
  },
  'awaiting-projection': () => '会议结果正在入账，请过一会儿再张贴公示。',
  'not-received': () => '这份备案还没有出具回执。请先出具回执。',
  'already-received': () => '这份备案已经出具过回执，不用再办。',
  'return-window-over': () => '退回期已经过了。发现差错的，请办理更正（原记录保留）。',
  'return-window-open': (facts) => {
    const until = dayText(facts, 'until');
    return `备案还在退回期内${until === undefined ? '' : `（到${until}为止）`}，期满以后才办结。`;
  },
  'unknown-round': () => '没有这一轮公示。请刷新页面，看现在是第几轮。',
  'own-entry': () => '这一行是您登记的，不能再由您复核。请由会议推选的另一位同志复核。',
  'line-not-awaiting': () => '这一行不需要另行办理。请刷新页面核对。',
  'signature-required': () => '代填要以本人签字的纸质申请为准。请填写签字日期，再提交。',
  'late-application-refused': () => '已经过了申报截止日，这个月不再收补报。请向记录员说明情况。',
  'carried-by-the-votes': (facts) => {
    const inFavour = numberIn(facts, 'inFavour');
    return `按票数${inFavour === undefined ? '' : `（赞成${inFavour}票）`}应当是通过，不能记为未通过。请核对票数和结果。`;
  },
  'day-in-the-future': () => '日期还没有到。请填写实际发生的日期。',
  'posted-before-the-meeting': () => '公示日期早于党员大会的日期。请核对后改正。',
  'publicity-over': () => '公示期已经结束，不能再提出异议。发现差错的，请直接向支部或主管党组织反映。',
  'new-value-required': () => '异议成立的，要填写改后的分数。请填好再提交。',
  'month-is-over': () => '本月已经办结，不能再申报或修改。',
  'nothing-to-confirm': () => '没有等您确认的代填内容。请刷新页面看现在的情况。',
};
