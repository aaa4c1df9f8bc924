import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** The journeys share one demo county, and its business time only moves forward: each stands after those that need what it changes. */
const journeys = [
  'prints.test.ts',
  'extension.test.ts',
  'members.test.ts',
  'calendar.test.ts',
  'extension-for-all.test.ts',
  'month.test.ts',
  'supplement.test.ts',
  'earlier-months.test.ts',
  'next-year.test.ts',
  'quarter.test.ts',
];

const isJourney = ({ context }) => ['journey', 'months'].includes(context.config.displayName?.name);
const place = ({ path }) => journeys.indexOf(basename(path));

/** The journeys in this order, unnamed ones first; other tests in jest's order. */
export default class InOrder extends TestSequencer {
  sort(tests) {
    const others = super.sort(tests.filter((test) => !isJourney(test)));
    return [...others, ...tests.filter(isJourney).sort((a, b) => place(a) - place(b) || a.path.localeCompare(b.path))];
  }
}
