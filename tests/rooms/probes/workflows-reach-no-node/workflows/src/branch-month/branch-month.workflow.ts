export { target } from './keeper.ts';
