import { schemeRefinement, scoringFacts, scoringScheme } from '@jifen/contracts/schemes';
import { commandLineWords } from '@jifen/wording';
import { z } from 'zod';
import { compareSchemes } from './compare-schemes.ts';
import { evaluateScheme } from './evaluate-scheme.ts';
import { lintFile } from './lint-scheme.ts';
import { type Answer, answered, inJson, refused } from './load.ts';
import { refineFile } from './refine-file.ts';
import { whatIfSchemes } from './what-if-schemes.ts';

const usage: Answer = refused([commandLineWords.usage]);

const formats = new Map<string, z.ZodType>([
  ['scheme', scoringScheme],
  ['facts', scoringFacts],
  ['refinement', schemeRefinement],
]);

function schema(name = 'scheme'): Answer {
  const format = formats.get(name);
  if (!format) return usage;
  return answered(0, inJson(z.toJSONSchema(format, { io: 'input' })));
}

type Words = { readonly files: readonly string[]; readonly flags: ReadonlySet<string> };

/** The files of a verb, with standard input at most once and only known flags; else null. */
function taking({ files, flags }: Words, count: number, known: readonly string[]): readonly string[] | null {
  const fits = files.length === count && [...flags].every((flag) => known.includes(flag));
  return fits && files.filter((file) => file === '-').length <= 1 ? files : null;
}

function ofScheme(verb: string | undefined, words: Words): Answer {
  const json = words.flags.has('--json');
  switch (verb) {
    case 'schema':
      return words.flags.size === 0 && words.files.length <= 1 ? schema(words.files[0]) : usage;
    case 'lint': {
      const [file] = taking(words, 1, ['--json']) ?? [];
      return file === undefined ? usage : lintFile(file, json);
    }
    case 'evaluate': {
      const [schemeFile, factsFile] = taking(words, 2, ['--json', '--explain']) ?? [];
      if (schemeFile === undefined || factsFile === undefined) return usage;
      return evaluateScheme({ schemeFile, factsFile, json, explain: words.flags.has('--explain') });
    }
    case 'compare': {
      const [oldFile, newFile, factsFile] = taking(words, 3, ['--json']) ?? [];
      if (oldFile === undefined || newFile === undefined || factsFile === undefined) return usage;
      return factsFile === '-' ? usage : compareSchemes({ oldFile, newFile, factsFile, json });
    }
    case 'what-if': {
      const [oldFile, newFile, ...factsFiles] = taking(words, Math.max(words.files.length, 3), ['--json']) ?? [];
      if (oldFile === undefined || newFile === undefined || factsFiles.includes('-')) return usage;
      return whatIfSchemes({ oldFile, newFile, factsFiles, json });
    }
    case 'refine': {
      const [schemeFile, refinementFile] = taking(words, 2, []) ?? [];
      return schemeFile === undefined || refinementFile === undefined ? usage : refineFile(schemeFile, refinementFile);
    }
    default:
      return usage;
  }
}

/** The command line as a function of its arguments. */
export function jifen(words: readonly string[]): Answer {
  if (words.length === 0 || words.includes('--help'))
    return { exitCode: words.length === 0 ? 2 : 0, output: [commandLineWords.usage], errors: [] };
  const [subject, verb, ...rest] = words;
  const flags = new Set(rest.filter((word) => word.startsWith('--')));
  return subject === 'scheme' ? ofScheme(verb, { files: rest.filter((word) => !word.startsWith('--')), flags }) : usage;
}
