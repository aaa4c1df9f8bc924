import { documentReader, plain } from '@jifen/service-kit';
import { type Act, act } from './act.store.ts';

export const acts = documentReader('acts', act);
export const storedAct = (one: Act): Act => plain(one);
