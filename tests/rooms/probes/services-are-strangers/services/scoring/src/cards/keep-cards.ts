export { target } from '../../../member/src/people.ts';
