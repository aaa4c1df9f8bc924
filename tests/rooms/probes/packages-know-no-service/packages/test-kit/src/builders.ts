export { target } from '../../../services/member/src/people.ts';
