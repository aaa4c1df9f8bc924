import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** The journeys share the demo's business time, which only moves forward: journeys that move it come after those that need the seeded state. */
const journeys = [
  'screens.test.ts',
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

const isJourney = ({ context }) => context.config.displayName?.name === 'journey';
const place = ({ path }) => journeys.indexOf(basename(path));

/** The journeys in this order, unnamed ones first; other tests in jest's order. */
export default class InOrder extends TestSequencer {
  sort(tests) {
    const others = super.sort(tests.filter((test) => !isJourney(test)));
    return [...others, ...tests.filter(isJourney).sort((a, b) => place(a) - place(b) || a.path.localeCompare(b.path))];
  }
}
