export { target } from '../../domain/src/points.ts';
