import { schemeFileLimitKb } from '@jifen/contracts';
import { parseJson, parseScheme, unusable } from '@jifen/contracts/schemes';
import { ok, type Result, refuse, type ScoringScheme } from '@jifen/domain';
import type { UnreadableScheme } from './change-version.ts';

const mostReasons = 50;

/** A scheme out of a file's text: of bounded size and depth, in the format, or every place that is not. */
export function readSchemeFile(text: string): Result<ScoringScheme, UnreadableScheme> {
  const tooLarge = Buffer.byteLength(text, 'utf8') > schemeFileLimitKb * 1_024;
  const read = tooLarge ? unusable('too-large', { megabytes: '1' }) : parseJson(text);
  const parsed = read.ok ? parseScheme(read.value) : read;
  return parsed.ok ? ok(parsed.value) : refuse({ code: 'scheme-unreadable', reasons: parsed.reasons.slice(0, mostReasons) });
}
