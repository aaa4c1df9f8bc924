import { closeSync, openSync, readSync } from 'node:fs';
import { type Parsed, parseFacts, parseJson, parseRefinement, parseScheme, type Read, unusable } from '@jifen/contracts/schemes';
import {
  type Finding,
  type PreparedScheme,
  prepareScheme,
  type SchemeRefinement,
  type ScoringFacts,
  type ScoringScheme,
} from '@jifen/domain';
import { commandLineWords, findingSentence } from '@jifen/wording';

/** A command's answer: lines for the two outputs, and the exit code: 0 success, 1 findings or conflicts, 2 unusable input. */
export type Answer = { readonly exitCode: 0 | 1 | 2; readonly output: readonly string[]; readonly errors: readonly string[] };

export const refused = (errors: readonly string[]): Answer => ({ exitCode: 2, output: [], errors });
export const answered = (exitCode: 0 | 1, output: readonly string[]): Answer => ({ exitCode, output, errors: [] });
/** The whole output, for programs. */
export const inJson = (value: unknown): readonly string[] => [JSON.stringify(value, null, 2)];

/** The content of a file, or the sentences that say why it is unusable. */
export type Loaded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentences: readonly string[] };

function load<T>(file: string, parse: (data: unknown) => Parsed<T>): Loaded<T> {
  const read = readJson(file);
  const parsed = read.ok ? parse(read.value) : read;
  if (parsed.ok) return parsed;
  const sentences = parsed.reasons.map(({ code, path, values }) =>
    commandLineWords.at(file, path, commandLineWords.unusable(code, values)),
  );
  return { ok: false, sentences };
}

/** Findings as lines: file, place, sentence. */
export function findingLines(file: string, findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => commandLineWords.at(file, finding.path, findingSentence(finding)));
}

/** A scheme with a valid format; its content is not checked yet. */
export const loadScheme = (file: string): Loaded<ScoringScheme> => load(file, parseScheme);

/** A scheme that can be evaluated. */
export function loadPrepared(file: string): Loaded<PreparedScheme> {
  const scheme = loadScheme(file);
  if (!scheme.ok) return scheme;
  const prepared = prepareScheme(scheme.value);
  return prepared.ok ? prepared : { ok: false, sentences: findingLines(file, prepared.refusal) };
}

/** Facts with a valid format; whether a scheme can score them is not checked yet. */
export const loadFacts = (file: string): Loaded<ScoringFacts> => load(file, parseFacts);

/** The facts of one member, or of several in an array; the same. */
export function loadSeveralFacts(file: string): Loaded<readonly ScoringFacts[]> {
  return load(file, (data) => {
    const several = Array.isArray(data) ? data : [data];
    const parsed = several.map(parseFacts);
    const reasons = parsed.flatMap((one, index) =>
      one.ok ? [] : one.reasons.map((reason) => ({ ...reason, path: Array.isArray(data) ? `/${index}${reason.path}` : reason.path })),
    );
    return reasons.length > 0 ? { ok: false, reasons } : { ok: true, value: parsed.flatMap((one) => (one.ok ? [one.value] : [])) };
  });
}

/** A refinement with a valid format. */
export const loadRefinement = (file: string): Loaded<SchemeRefinement> => load(file, parseRefinement);

const MEGABYTES = 5;
const standardInput = 0;

/** Reads at most the limit and one byte, so that a huge file costs nothing. */
function readLimited(descriptor: number, limit: number): string | null {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const read = readSync(descriptor, chunk, 0, chunk.length, null);
    if (read === 0) return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    size += read;
    if (size > limit) return null;
    chunks.push(chunk.subarray(0, read));
  }
}

/** The JSON in a file, or on the standard input for `-`. */
export function readJson(file: string): Read {
  let descriptor = standardInput;
  try {
    if (file !== '-') descriptor = openSync(file, 'r');
    const text = readLimited(descriptor, MEGABYTES * 1024 * 1024);
    return text === null ? unusable('too-large', { megabytes: String(MEGABYTES) }) : parseJson(text);
  } catch {
    return unusable('cannot-be-read');
  } finally {
    if (descriptor !== standardInput) closeSync(descriptor);
  }
}
