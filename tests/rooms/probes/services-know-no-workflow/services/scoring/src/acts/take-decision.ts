export { target } from '../../../../workflows/src/stages.ts';
