import { formatDate, formatInstant, formatPeriod, localDateOf } from '../../format.ts';

/** 以前月份补录: imported months. */
export const earlierMonthsWords = {
  mark: '补录',
  period: (period: string) => `${formatPeriod(period)}（补录）`,
  notice: (role: string, at: number, source: string) => `以前月份补录：${role}于${formatInstant(at)}录入，依据：${source}。`,
  hint: '申请、登记、初评在纸质材料上，系统里没有；评定结果、公示和备案的日期以纸质材料为准。',
  posted: (day: string) => `${formatDate(day)}张贴（纸质材料记载）`,
  filed: (at: number) => `${formatDate(localDateOf(at))}备案（纸质材料记载）`,
};
