import { nameIn } from '../names.ts';

const sectionNames: Record<string, string> = {
  places: '小数位数',
  year: '年度起止',
  classes: '党员类别',
  plans: '月度上限',
  pledges: '承诺类别',
  grading: '格次界线',
  lists: '名单和星级',
  quotas: '格次名额',
};

/** The parts and sections in which two schemes differ, as named in the table. */
export function fixedText({ parts, sections }: { readonly parts?: unknown; readonly sections?: unknown }): string {
  const named = Array.isArray(parts) ? parts.map((title) => `“${title}”`) : [];
  const others = Array.isArray(sections) ? sections.map((section) => nameIn(sectionNames, section)) : [];
  const all = [...named, ...others];
  return all.length === 0 ? '评分标准' : `${all.slice(0, 5).join('、')}${all.length > 5 ? `等${all.length}处` : ''}`;
}
