import { scoringFacts, scoringScheme } from '@jifen/contracts/schemes';
import { commandLineWords } from '@jifen/wording';
import { z } from 'zod';
import { type Answer, refused } from './answer.ts';
import { evaluateScheme } from './evaluate-scheme.ts';

const usage: Answer = refused([commandLineWords.usage]);

function schema(name: string | undefined): Answer {
  if (name !== undefined && name !== 'facts') return usage;
  const published = z.toJSONSchema(name === 'facts' ? scoringFacts : scoringScheme, { io: 'input' });
  return { exitCode: 0, output: [JSON.stringify(published, null, 2)], errors: [] };
}

type Words = { readonly files: readonly string[]; readonly flags: ReadonlySet<string> };

function ofScheme(verb: string | undefined, { files, flags }: Words): Answer {
  const [first, second, ...more] = files;
  if (more.length > 0) return usage;
  switch (verb) {
    case 'schema':
      return second === undefined && flags.size === 0 ? schema(first) : usage;
    case 'evaluate': {
      const known = [...flags].every((flag) => flag === '--json' || flag === '--explain');
      if (first === undefined || second === undefined || !known || (first === '-' && second === '-')) return usage;
      return evaluateScheme({ schemeFile: first, factsFile: second, json: flags.has('--json'), explain: flags.has('--explain') });
    }
    default:
      return usage;
  }
}

/** The command line as a function of its words. */
export function jifen(words: readonly string[]): Answer {
  if (words.length === 0 || words.includes('--help'))
    return { exitCode: words.length === 0 ? 2 : 0, output: [commandLineWords.usage], errors: [] };
  const [subject, verb, ...rest] = words;
  const flags = new Set(rest.filter((word) => word.startsWith('--')));
  return subject === 'scheme' ? ofScheme(verb, { files: rest.filter((word) => !word.startsWith('--')), flags }) : usage;
}
