import { describe, expect, it } from '@jest/globals';
import { notificationConfig } from './config.ts';

const { OFFICE_HOURS } = notificationConfig.shape;

describe('office hours as a setting', () => {
  it.each([
    [undefined, { fromMinute: 540, toMinute: 1050 }],
    ['08:30-18:05', { fromMinute: 510, toMinute: 1085 }],
    ['00:00-23:59', { fromMinute: 0, toMinute: 1439 }],
  ])('%s is %j', (text, hours) => expect(OFFICE_HOURS.parse(text)).toEqual(hours));

  it.each([
    ['', 'is not like 09:00-17:30'],
    ['9:00-17:30', 'is not like 09:00-17:30'],
    ['09:00-24:00', 'is not like 09:00-17:30'],
    ['17:30-09:00', 'ends before it begins'],
    ['09:00-09:00', 'ends before it begins'],
  ])('%j is refused: %s', (text, why) => expect(OFFICE_HOURS.safeParse(text).error?.issues[0]?.message).toBe(why));
});
