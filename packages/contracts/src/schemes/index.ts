export * from './parse-file.ts';
export * from './parse-json.ts';
export { schemeRefinement } from './scheme-refinement.ts';
export { scoringFacts } from './scoring-facts.ts';
export { scoringScheme } from './scoring-scheme.ts';
