const shanghaiOffsetMs = 8 * 3_600_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

const twoDigits = (n: number) => String(n).padStart(2, '0');
const weekdayOf = (day: Date) => `周${weekdays[day.getUTCDay()]}`;
const calendarDate = (day: Date) => `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;

/** Hundredths as people write them: 8800 → `88`, 550 → `5.5`, -25 → `-0.25`. */
export function formatPoints(hundredths: number): string {
  const size = Math.abs(hundredths);
  const fraction = twoDigits(size % 100).replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${Math.trunc(size / 100)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The same with the sign of an addition: 300 → `+3`. */
export function formatSigned(hundredths: number): string {
  return hundredths > 0 ? `+${formatPoints(hundredths)}` : formatPoints(hundredths);
}

/** `2026-11-22` → `2026年11月22日（周日）`. */
export function formatDate(localDate: string): string {
  const day = new Date(`${localDate}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? localDate : `${calendarDate(day)}（${weekdayOf(day)}）`;
}

/** The same without the year: `11月22日（周日）`. */
export function formatDay(localDate: string): string {
  return formatDate(localDate).replace(/^\d+年/, '');
}

/** Month and day alone: `11月22日`. */
export function formatShortDay(localDate: string): string {
  return formatDay(localDate).replace(/（.*）$/, '');
}

/** The day in Asia/Shanghai on which an instant (milliseconds) falls, `2026-11-22`. */
export function localDateOf(instant: number): string {
  return new Date(instant + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** A deadline is an exclusive midnight: the last day to act is the one before. */
export function lastDayBefore(dueAt: number): string {
  return localDateOf(dueAt - 1);
}

/** `2026年11月22日（周日）15:04`, in Asia/Shanghai. */
export function formatInstant(instant: number): string {
  const moment = new Date(instant + shanghaiOffsetMs);
  return `${formatDate(localDateOf(instant))}${twoDigits(moment.getUTCHours())}:${twoDigits(moment.getUTCMinutes())}`;
}

/** `2026-10` → `2026年10月`, and `2026` → `2026年`. */
export function formatPeriod(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

/** `2026-10` → `10月`, and `2026` → `2026年`. */
export function formatMonth(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${Number(month)}月`;
}

export function formatWorkingDaysLeft(days: number): string {
  return days <= 0 ? '今天截止' : `还剩${days}个工作日`;
}

/** The number on an objection's receipt: `异议〔2026〕10月第1号`. */
export const objectionReceipt = (period: string, number: number) => `异议〔${period.slice(0, 4)}〕${formatMonth(period)}第${number}号`;
