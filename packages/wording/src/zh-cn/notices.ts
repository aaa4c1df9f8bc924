import type { NoticeTemplate } from '@jifen/contracts';
import { formatMonth } from '../format.ts';
import { dateText, type Facts, monthText, numberIn, textIn } from './facts.ts';
import { nameIn, waitedStepNames } from './names.ts';
import { refusalSentence } from './refusals.ts';

/** Names that the sender looks up when it writes: never a score or its reason. */
export type NoticeNames = { branch: string; recipient?: string; link?: string };
export type Notice = { subject: string; text: string };
type Template = (facts: Facts, names: NoticeNames) => Notice;

/** For the receiving committee the step is the filing itself, not the days for a return. */
const stepIn = (facts: Facts) => {
  if (facts.step === 'application') return '积分申报';
  return facts.step === 'return-window' ? '备案' : nameIn(waitedStepNames, facts.step);
};
const until = (facts: Facts) => {
  const day = dateText(facts.lastDay);
  return day === undefined ? '' : `，截止${day}`;
};
const month = (facts: Facts) => monthText(facts.period);

const waitingReasons: Readonly<Record<string, string>> = {
  objection: '因有异议',
  'not-carried': '因党员大会没有通过',
  'late-application': '因逾期补报',
};
const waitingReason = (facts: Facts) => waitingReasons[textIn(facts, 'because') ?? ''] ?? '';
const objectionsTo = (facts: Facts) => {
  const name = textIn(facts, 'objectionsTo');
  const telephone = textIn(facts, 'objectionsTelephone');
  return name === undefined ? '' : `，受理人：${name}${telephone ? `，电话${telephone}` : ''}`;
};

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Of the first nothing is said. */
function whichReminder(facts: Facts, said: (which: string) => string): string {
  const count = numberIn(facts, 'count') ?? 1;
  return count > 1 ? said(`第${numerals[count] ?? count}次提醒`) : '';
}
const inBrackets = (facts: Facts) => whichReminder(facts, (which) => `（${which}）`);
const thisIs = (facts: Facts) => whichReminder(facts, (which) => `，这是${which}`);

const templates: Readonly<Record<NoticeTemplate, Template>> = {
  'month-opened': (facts, { branch }) => ({
    subject: `${month(facts)}积分申报开始`,
    text: `${branch}${month(facts)}的积分申报已经开始${until(facts)}。不方便上网的，请记录员代填。`,
  }),
  'step-opened': (facts, { branch }) => {
    const before = dateText(facts.lastDayBefore);
    if (before === undefined)
      return {
        subject: `请办理：${branch}${month(facts)}${stepIn(facts)}`,
        text: `${branch}${month(facts)}的${stepIn(facts)}现在由您办理${until(facts)}。`,
      };
    return {
      subject: `截止日提前：${branch}${month(facts)}${stepIn(facts)}`,
      text: `${branch}${month(facts)}的${stepIn(facts)}原定${before}截止，现提前到${dateText(facts.lastDay)}。`,
    };
  },
  reminder: (facts, { branch }) => {
    if (facts.step === 'application')
      return {
        subject: `提醒：${month(facts)}积分申报还没有提交`,
        text: `您${month(facts)}的积分申报还没有提交${until(facts)}${thisIs(facts)}。已经提交的，不用理会；不方便上网的，请记录员代填。`,
      };
    return {
      subject: `提醒：${branch}${month(facts)}${stepIn(facts)}还没有办`,
      text: `${branch}${month(facts)}的${stepIn(facts)}还没有办${until(facts)}${thisIs(facts)}。已经办了的，不用理会。`,
    };
  },
  escalation: (facts, { branch }) => ({
    subject: `报请协调：${branch}${month(facts)}${stepIn(facts)}`,
    text: `${branch}${month(facts)}的${stepIn(facts)}逾期没有办${until(facts)}，报请上级协调${inBrackets(facts)}。请与支部联系，了解情况。`,
  }),
  'entered-on-behalf': (facts, { branch }) => ({
    subject: `${month(facts)}积分申报已由支部代填，请确认`,
    text: `${branch}已按您签字的材料代填了${month(facts)}的积分申报。请登录核对，属实的点“确认代填内容”；没有确认，不影响后面的办理。内容不对的，请告诉记录员，或者自己撤回修改。`,
  }),
  'confirm-entry': (facts, { branch }) => ({
    subject: `请确认：${month(facts)}积分申报已由支部按电话代填`,
    text: `${branch}按您在电话里说的代填了${month(facts)}的积分申报，您还没有确认。请登录核对，属实的点“确认代填内容”；内容不对的，请告诉记录员，或者自己撤回修改。`,
  }),
  'entry-unconfirmed': (facts, { branch }) => ({
    subject: `${branch}${month(facts)}有一份电话代填还没有确认`,
    text: `${branch}${month(facts)}有一份按电话代填的积分申报，本人还没有确认。请再问一下本人，或者补签纸质申请。没有确认，不影响后面的办理。`,
  }),
  'line-waits': (facts, { branch }) => ({
    subject: `${month(facts)}您的积分还在办理`,
    text: `${branch}${month(facts)}的名单已经办结，您的积分${waitingReason(facts)}，转入补充公示，正在办理${until(facts)}。办结以前，其他同志的积分不受影响。`,
  }),
  'line-waits-below': (facts, { branch }) => ({
    subject: `请了解情况：${branch}${month(facts)}有补充公示没有办结`,
    text: `${branch}${month(facts)}的名单已经办结五个工作日，还有一位同志的积分${waitingReason(facts)}没有办结${until(facts)}。请与支部联系，问清情况。`,
  }),
  'list-posted': (facts, { branch }) => ({
    subject: `${branch}${month(facts)}积分公示`,
    text: `${branch}${month(facts)}的积分正在公示${until(facts)}。有不同意见的，可以在公示期内提出异议${objectionsTo(facts)}。`,
  }),
  'objection-raised': (facts, { branch }) => ({
    subject: `请书面答复：${branch}${month(facts)}有一件异议`,
    text: `${branch}${month(facts)}的公示收到一件异议${until(facts)}。涉及的人暂缓公示，请核实后书面答复；其余名单照常上报。`,
  }),
  'objection-answered': (facts, { branch }) =>
    facts.handOver === undefined
      ? {
          subject: `您提出的异议已书面答复`,
          text: `${branch}已对您就${month(facts)}积分提出的异议作出书面答复，请登录查看。`,
        }
      : {
          subject: `您登记的异议已书面答复`,
          text: `${branch}已对您替支部以外的同志登记的${month(facts)}异议作出书面答复，请打印答复单，交给提出人。`,
        },
  'filing-received': (facts, { branch }) => ({
    subject: `${branch}${month(facts)}积分已备案`,
    text: `主管党组织已收到${branch}${month(facts)}的积分备案，并出具回执。`,
  }),
  'filing-returned': (facts, { branch }) => ({
    subject: `${branch}${month(facts)}积分备案退回补正`,
    text: `主管党组织退回了${branch}${month(facts)}的积分备案，退回原因请登录查看。补正以后再上报。`,
  }),
  'decision-refused': (facts, { branch }) => ({
    subject: `没有办成：${branch}${month(facts)}`,
    text: `您对${branch}${month(facts)}的办理没有生效。${refusalSentence(textIn(facts, 'code') ?? '', facts)}`,
  }),
};

export const noticeTemplates = Object.keys(templates) as NoticeTemplate[];

/** Subject and text of a message. Expects `period` among the facts, and `step` and `lastDay` where a step is meant. */
export function renderNotice(template: NoticeTemplate, facts: Facts, names: NoticeNames): Notice {
  const { subject, text } = templates[template](facts, names);
  return { subject, text: letter(text, names) };
}

function letter(text: string, { recipient, link }: Omit<NoticeNames, 'branch'>): string {
  const greeting = recipient === undefined ? '' : `${recipient}同志：\n\n`;
  return `${greeting}${text}${link === undefined ? '' : `\n\n登录办理：${link}`}`;
}

type DigestItem = { template: NoticeTemplate; facts: Facts; branch: string };

/** One mail for all that a person is reminded of on one day, each in a line. */
export function renderDigest(items: readonly DigestItem[], names: Omit<NoticeNames, 'branch'>): Notice {
  const lines = items.map(({ template, facts, branch }, index) => {
    const title = renderNotice(template, facts, { branch }).subject.replace(/^提醒：/, '');
    return `${index + 1}．${title}${until(facts)}${inBrackets(facts)}`;
  });
  return {
    subject: `积分管理提醒：有${items.length}件事请您办理或者了解`,
    text: letter(`今天有${items.length}件事请您办理或者了解，已经办了的不用理会：\n\n${lines.join('\n')}`, names),
  };
}

/** One line for the lists of messages and deliveries. */
export function noticeTitle(template: NoticeTemplate, facts: Facts, branch: string): string {
  return `${renderNotice(template, facts, { branch }).subject}${inBrackets(facts)}`;
}

/** A text for the branch's own chat group: never with scores or names. */
export function groupNotice(
  stage: string,
  facts: { branch: string; period: string; lastDay?: string | undefined; waiting?: number },
): string {
  const head = `【${facts.branch}】${formatMonth(facts.period)}积分管理`;
  const deadline = facts.lastDay === undefined ? '' : `，截止${dateText(facts.lastDay)}`;
  const sentences: Readonly<Record<string, string>> = {
    applying: `积分申报正在进行${deadline}。还有${numberIn(facts, 'waiting') ?? 0}位同志没有报，请抽三分钟填一下；不方便上网的，请记录员代填。`,
    registering: `申报已经截止，记录员正在登记${deadline}。要补报的同志请尽快告诉记录员。`,
    reviewing: `支委会正在初评${deadline}。`,
    meeting: `请大家参加党员大会评定${deadline}。不能到会的，请提前请假。`,
    posting: `党员大会已经评定，名单将张贴公示${deadline}。`,
    publicity: `名单正在公示${deadline}。有不同意见的，请在公示期内提出。`,
    filing: `公示已经期满，支部正在上报备案${deadline}。`,
    filed: '名单已经上报备案。',
    closed: '本月已经办结。',
  };
  return `${head}：${sentences[stage] ?? '请登录查看。'}`;
}
