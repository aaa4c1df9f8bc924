import { error, type Finding } from '../check/finding.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { SchemeNode } from '../language/node.ts';

/** What rules against formalism forbid as a basis of assessment: signs of use of a program, and rankings. */
const forbidden =
  /登录|登陆|签到|打卡|在线时长|阅读时长|学习时长|浏览|点赞|转发量|积分排名|排名|排行|学习平台积分|平台积分|下载安装|关注公众号|轨迹|定位|步数|\b(?:log-?in|check-?in|likes?|screen time|ranking)\b/i;

function textsOf(node: SchemeNode): readonly string[] {
  if (node.kind !== 'item') return [node.title];
  const { measure } = node;
  const options = measure.kind === 'choice' ? measure.options : measure.kind === 'level' ? measure.levels : [];
  return [node.title, ...(measure.kind === 'value' ? [measure.unit] : []), ...options.map(({ title }) => title)];
}

/** Regulation 3: items on which nobody may be assessed; such a scheme can be evaluated but never adopted. */
export function lintForbidden({ nodes }: PreparedScheme): readonly Finding[] {
  return [...nodes.values()].flatMap(({ node, path }) => {
    const found = textsOf(node)
      .map((text) => forbidden.exec(text)?.[0])
      .find((word) => word !== undefined);
    return found === undefined ? [] : [error('forbidden-item', path, { title: node.title, word: found })];
  });
}
