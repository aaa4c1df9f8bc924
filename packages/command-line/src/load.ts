import { type Parsed, parseFacts, parseRefinement, parseScheme } from '@jifen/contracts/schemes';
import {
  checkFacts,
  type Finding,
  type PreparedScheme,
  prepareScheme,
  type SchemeRefinement,
  type ScoringFacts,
  type ScoringScheme,
} from '@jifen/domain';
import { commandLineWords, findingSentence } from '@jifen/wording';
import { readJson } from './read-json.ts';

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

/** Facts that this scheme can score. */
export function loadFacts(file: string, ready: PreparedScheme): Loaded<ScoringFacts> {
  const facts = load(file, parseFacts);
  if (!facts.ok) return facts;
  const findings = checkFacts(ready, facts.value);
  return findings.length === 0 ? facts : { ok: false, sentences: findingLines(file, findings) };
}

/** The facts of one member, or of several in an array; whether a scheme can score them is not checked yet. */
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
