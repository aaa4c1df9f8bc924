export { target } from '../../../../packages/domain/src/points.ts';
