export { points } from '../../../packages/domain/src/points.ts';
