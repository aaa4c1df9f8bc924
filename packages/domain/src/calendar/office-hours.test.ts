import { describe, expect, it } from '@jest/globals';
import { isOfficeTime } from './office-hours.ts';

const calendar = { holidays: ['2026-10-01'], makeUpDays: ['2026-10-10'] } as const;
const hours = { fromMinute: 540, toMinute: 1050 };
const isOpen = (text: string) => isOfficeTime(calendar, hours, Date.parse(`${text}+08:00`));

describe('office hours (regulation 2-2, A11)', () => {
  it.each([
    ['2026-10-12T08:59:59.999', false],
    ['2026-10-12T09:00:00', true],
    ['2026-10-12T17:29:59.999', true],
    ['2026-10-12T17:30:00', false],
    ['2026-10-12T00:00:00', false],
  ] as const)('from nine to half past five: %s is %p', (text, open) => expect(isOpen(text)).toBe(open));

  it.each([
    ['a Friday', '2026-10-09T10:00:00', true],
    ['a Sunday', '2026-10-11T10:00:00', false],
    ['a holiday on a Thursday', '2026-10-01T10:00:00', false],
    ['a Saturday that is worked', '2026-10-10T10:00:00', true],
  ] as const)('on working days only: %s', (_day, text, open) => expect(isOpen(text)).toBe(open));
});
