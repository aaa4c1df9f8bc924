export { points } from '../../infra/demo/src/claims.ts';
