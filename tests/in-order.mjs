import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Business time of the demo county is everybody's and only goes forward: who moves it comes after who looks at it as it was filled in. */
const journeys = [
  'screens.test.ts',
  'prints.test.ts',
  'extension.test.ts',
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

/** The journeys in their order, one that is not named before them; every other kind as jest would have it. */
export default class InOrder extends TestSequencer {
  sort(tests) {
    const others = super.sort(tests.filter((test) => !isJourney(test)));
    return [...others, ...tests.filter(isJourney).sort((a, b) => place(a) - place(b) || a.path.localeCompare(b.path))];
  }
}
