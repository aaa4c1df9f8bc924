import type { HowApplied } from '@jifen/contracts';
import { formatDate, formatMonth, formatPoints, formatWorkingDaysLeft } from '../../format.ts';
import { entryNames, nameIn, roleNames } from '../names.ts';

export const applicationWords = {
  title: (period: string) => `${formatMonth(period)}积分申报`,
  deadline: (lastDay: string, left: number | undefined) =>
    `最晚${formatDate(lastDay)}提交${left === undefined ? '' : `，${formatWorkingDaysLeft(left)}`}`,
  lateNotice: (lastDay: string) => `申报已于${formatDate(lastDay)}截止。现在提交为逾期补报，请写明原因。`,
  notOpen: '本月申报现在不能填写',
  notOpenHint: '申报还没有开始，或者记录员已经登记。要改，请告诉记录员。',
  last: (period: string, total: string) => `${formatMonth(period)}得${total}分`,
  lastDetail: (task: string, deducted: string, reward: string) => `任务分${task}，基础分扣分${deducted}，奖励分${reward}`,
  noLast: '这是今年的第一次申报',
  sameAsLast: '与上月相同',
  sameAsLastHint: '把上月的完成情况填进来，再逐项核对；没有全部完成的，本月的情况要重新写。',
  attendance: '组织生活出勤由记录员登记，不用您填。',
  pledges: '本月承诺和任务',
  noPledges: '本月没有到期的承诺和任务，由支部按工作进展登记。',
  pledgeGroup: (text: string) => `${text}的完成情况`,
  weight: (weight: number) => `分值${weight}`,
  sentenceLabel: '请用一句话写明情况',
  sentenceMissing: '没有全部完成的，请写一句话',
  stateMissing: '请选择完成情况',
  calculated: (ceiling: number) => `任务分由系统按完成情况计算，本月上限${formatPoints(ceiling)}分，不用本人填写分数。`,
  rewards: '加分事项',
  rewardsHint: '没有就不用填。写明依据就行，不要求拍照。',
  addReward: '添加一项加分',
  atMost: (amount: number) => `最多${formatPoints(amount)}分`,
  lateReason: '逾期原因',
  lateReasonMissing: '请写明逾期原因',
  way: '代填的依据',
  ways: { paper: '本人签字的纸质申请', telephone: '电话里本人说的' },
  byTelephoneHint: '本人上网的，系统会请本人登录确认；没有确认，不影响后面的办理。',
  paperSignedOn: '本人在纸质申请上签字的日期',
  paperSignedOnMissing: '请填写签字日期',
  howApplied: ({ lateReason, paper, telephone }: HowApplied): string[] => [
    ...(telephone === undefined
      ? []
      : [`按本人电话代填，代填人：${nameIn(roleNames, telephone.enteredBy.role)}${telephone.enteredBy.name ?? ''}`]),
    ...(lateReason === undefined ? [] : [`逾期原因：${lateReason}`]),
    ...(paper === undefined
      ? []
      : [
          `按本人${formatDate(paper.signedOn)}签字的纸质申请代填，代填人：${nameIn(roleNames, paper.enteredBy.role)}${paper.enteredBy.name ?? ''}`,
        ]),
  ],
  onBehalfNotice: (name: string) => `您正在替${name}同志代填。提交后标明“${entryNames.unconfirmed}”。`,
  askBranch: '请支部代填',
  askBranchTitle: '不方便自己填？',
  askBranchText: '请把完成情况告诉记录员，或者填一张纸质申请签字交给支部，由记录员代填。代填和自己填一样有效，不影响积分。',
  submit: '提交申报',
  submitOnBehalf: '提交代填',
  submitted: '已提交',
  submittedAt: (at: string) => `${at}提交`,
  entryConfirmedAt: (at: string) => `本人于${at}确认`,
  confirmEntry: '确认代填内容',
  confirmEntryHint: (byTelephone: boolean) =>
    `请核对支部按您${byTelephone ? '在电话里说的' : '签字的材料'}代填的内容。没有确认，不影响后面的办理；内容不对的，请告诉记录员，或者撤回修改。`,
  calculatedTask: (points: number) => `按填写的完成情况，任务分${formatPoints(points)}`,
  nextActs: (role: string, name: string | undefined, lastDay: string | undefined) =>
    `接下来由${role}${name === undefined ? '' : `${name}同志`}办理考核登记${lastDay === undefined ? '' : `，截止${formatDate(lastDay)}`}。`,
  finalScore: '最后得分以党员大会评定和公示为准。',
  withdraw: '撤回修改',
  withdrawConfirm: '撤回以后要重新提交才算申报。确定撤回吗？',
  withdrawLateConfirm: '申报截止日已过。撤回以后，原样再提交的，仍算按时申报；改动了的，按逾期补报，要写明逾期原因。确定撤回吗？',
  keepsItsDay: '您撤回的申报是按时提交的：原样再提交，仍算按时；改动了的，按逾期补报，请写明逾期原因。',
  notWithdrawable: '记录员已经登记，不能再撤回修改。',
  toSheet: '看我的积分单',
  printPaper: '打印申请表',
};
