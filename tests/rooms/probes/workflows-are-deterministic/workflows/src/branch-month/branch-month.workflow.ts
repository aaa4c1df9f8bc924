export { target } from '../activities/remind.ts';
