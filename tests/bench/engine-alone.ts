import { measureEngine } from './engine.ts';
import { tableOf } from './rows.ts';

const rows = measureEngine();
process.stdout.write(`${tableOf(rows)}\n`);
if (process.env.BENCH_JSON === 'yes') process.stdout.write(`${JSON.stringify(rows)}\n`);
