export * from './next-step.ts';
export * from './steps.ts';
