export { scoringFacts } from './scoring-facts.ts';
export { scoringScheme } from './scoring-scheme.ts';
