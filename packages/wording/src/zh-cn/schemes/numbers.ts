export const rowNames = { month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' } as const;
export const roundings: Readonly<Record<string, string>> = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  down: '舍去余数',
  up: '进位',
};
const quarters = ['一', '二', '三', '四'] as const;

/** A number as people read it: decimals in full, a fraction with its nearest two decimals in front. */
export function figureText(text: string | null | undefined): string {
  if (text === null || text === undefined) return '（没有数据）';
  const [top = '', bottom] = text.split('/');
  if (bottom === undefined) return text;
  const [doubled, divisor] = [2n * BigInt(top) * 100n + BigInt(bottom), 2n * BigInt(bottom)];
  const hundredths = (doubled - (((doubled % divisor) + divisor) % divisor)) / divisor;
  const size = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `约${hundredths < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}（${text}）`;
}

/** `2026-03` → 3月, `2026-Q1` → 第一季度, `2026-H2` → 下半年, `2026-03-08` → 3月8日, `2026` → 全年; a year that does not begin in January has quarters and halves of its own. */
export function periodName(label: string, startsInMonth = 1): string {
  const [, kind = '', number = ''] = /^\d{4}-([QH]?)(\d{1,2})$/.exec(label) ?? [];
  const ofYear = startsInMonth === 1 ? '' : '考核年度';
  if (kind === 'Q') return `${ofYear}第${quarters[Number(number) - 1] ?? number}季度`;
  if (kind === 'H') return `${ofYear}${number === '1' ? '上半年' : '下半年'}`;
  if (number !== '') return `${Number(number)}月`;
  const day = /^\d{4}-(\d{2})-(\d{2})$/.exec(label);
  return day ? `${Number(day[1])}月${Number(day[2])}日` : '全年';
}

/** A fraction that ends is read as a decimal: 1/100 → 0.01. */
export function numberText(text: string): string {
  const [top = '', bottom] = text.split('/');
  if (bottom === undefined) return text;
  const decimal = Number(top) / Number(bottom);
  const shortest = String(decimal);
  return /^-?\d+(\.\d{1,6})?$/.test(shortest) ? shortest : figureText(text);
}

/** `[80,90)` → 80以上、不满90; an edge that is left out has no end. */
export function intervalText(text: string): string {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])([^,]*),([^,]*)([\])])$/.exec(text) ?? [];
  const lower = from === '' ? '' : open === '[' ? `${numberText(from)}以上` : `超过${numberText(from)}`;
  const upper = to === '' ? '' : close === ']' ? `不超过${numberText(to)}` : `不满${numberText(to)}`;
  return [lower, upper].filter((edge) => edge !== '').join('、') || '不限';
}
