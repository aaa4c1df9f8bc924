export { target } from '../../../packages/domain/src/proceedings/steps.ts';
