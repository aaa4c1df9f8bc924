import { describe, expect, it } from '@jest/globals';
import { calledRules } from './called-rules.ts';

const domain = [
  { path: '/domain/votes.ts', text: 'export function quorum() {}\nexport function majority() {}\nexport const hasVote = () => true;\n' },
  {
    path: '/domain/meeting.ts',
    text: "import { majority as most } from './votes.ts';\n/** Asks quorum. */\nexport function meet() {\n  return inner('hasVote');\n}\nfunction inner() {\n  return [...most()];\n}\n",
  },
];
const called = (text: string) => [...calledRules(domain, [{ path: '/scoring/use.ts', text }])].map((one) => one.split('#')[1]).toSorted();

describe('a rule is called', () => {
  it('where production code outside the domain imports it', () =>
    expect(called("import {\n  hasVote as votes,\n  type Person,\n} from '@jifen/domain';\nvotes();\n")).toEqual(['hasVote']));

  it('through another rule that is called, also under another name', () =>
    expect(called("import { meet } from '@jifen/domain';\nmeet();\n")).toEqual(['inner', 'majority', 'meet']));
});

describe('a rule is not called', () => {
  it.each([
    ['by a rule that nobody calls', 'export const nothing = 1;\n'],
    ['by its type', "import type { quorum } from '@jifen/domain';\n"],
    ['by a type among values', "import { type quorum } from '@jifen/domain';\n"],
    ['by a re-export', "export { quorum } from '@jifen/domain';\n"],
    ['by what only has its name', "import { quorum } from './own.ts';\nquorum();\n"],
  ])('%s', (_how, text) => expect(called(text)).toEqual([]));
});
