import { unlessTooLong } from '../../points/exact.ts';
import { checkScheme } from '../check/check-scheme.ts';
import { error, type Finding } from '../check/finding.ts';
import { indexed, type PreparedScheme } from '../engine/prepare.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { lintBands } from './lint-bands.ts';
import { lintClasses } from './lint-classes.ts';
import { lintParts } from './lint-parts.ts';
import { lintRules } from './lint-rules.ts';
import type { Ranges } from './range-of-nodes.ts';

/** Paths side by side, numbers by their size. */
function alongTheFile(left: string, right: string): number {
  const [one, other] = [left.split('/'), right.split('/')];
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return one.length - other.length;
  const [a = '', b = ''] = [one[at], other[at]];
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : a < b ? -1 : 1;
}

/** What is or looks wrong with a scheme, before anybody is scored by it; in the order of the file. */
export function lintScheme(scheme: ScoringScheme): readonly Finding[] {
  const broken = checkScheme(scheme);
  if (broken.length > 0) return broken;
  return unlessTooLong(() => looksWrong(scheme)) ?? [error('number-too-long', '/score', { digits: '900' })];
}

function looksWrong(scheme: ScoringScheme): readonly Finding[] {
  const ready = indexed(scheme);
  const rangesFor = (forWhom: Ranges['forWhom']): Ranges => ({ ready, known: new Map(), forWhom });
  const found = [
    ...lintForbidden(ready),
    ...lintClasses(ready),
    ...lintParts(ready, rangesFor('all-year')),
    ...lintBands(ready, rangesFor('anybody')),
    ...lintRules(ready),
  ];
  return found.toSorted((left, right) => alongTheFile(left.path, right.path) || (left.code < right.code ? -1 : 1));
}

/** What rules against formalism forbid as a basis of assessment: signs of use of a program, and rankings. */
const forbidden =
  /登录|登陆|签到|打卡|在线时长|阅读时长|学习时长|浏览|点赞|转发量|积分排名|排名|排行|学习平台积分|平台积分|下载安装|关注公众号|轨迹|定位|步数|\b(?:log-?in|check-?in|likes?|screen time|ranking)\b/i;

function textsOf(node: SchemeNode): readonly string[] {
  if (node.kind !== 'item') return [node.title];
  const { measure } = node;
  const options = measure.kind === 'choice' ? measure.options : measure.kind === 'level' ? measure.levels : [];
  return [node.title, ...(measure.kind === 'value' ? [measure.unit] : []), ...options.map(({ title }) => title)];
}

/** By national rules against formalism, items on which nobody may be assessed; such a scheme can be evaluated but never adopted. */
function lintForbidden({ nodes }: PreparedScheme): readonly Finding[] {
  return [...nodes.values()].flatMap(({ node, path }) => {
    const found = textsOf(node)
      .map((text) => forbidden.exec(text)?.[0])
      .find((word) => word !== undefined);
    return found === undefined ? [] : [error('forbidden-item', path, { title: node.title, word: found })];
  });
}
