import { points } from '../points/points.ts';
import { sourcePolicies } from './policies.ts';
import type { Aspect, Band, ItemDef, Scheme, Sector } from './scheme.ts';

const deduction = (id: string, aspect: Aspect, amount: string): ItemDef => ({
  id,
  aspect,
  amount: points(amount),
  evidence: 'optional',
  sample: true,
});
const reward = (id: string, amount: string): ItemDef => ({ id, amount: points(amount), evidence: 'required', sample: true });
const honour = (id: string): ItemDef => ({ id, amount: null, evidence: 'required', sample: false });

const commonDeductions: readonly ItemDef[] = [
  deduction('unexcused-absence', 'organisational-life', '-0.5'),
  deduction('late-dues', 'organisational-life', '-0.5'),
  deduction('study-not-completed', 'political-quality', '-0.5'),
  deduction('statement-against-party-line', 'political-quality', '-2'),
  deduction('request-of-masses-ignored', 'serving-the-masses', '-1'),
  deduction('criticised-by-organisation', 'obeying-law-and-discipline', '-2'),
  deduction('public-morals-failing', 'moral-example', '-1'),
  deduction('gift-or-banquet-rule-failing', 'integrity', '-2'),
];

const sectorDeductions: Readonly<Record<Sector, readonly ItemDef[]>> = {
  'public-institution': [
    deduction('absence-from-post', 'obeying-law-and-discipline', '-1'),
    deduction('no-report-to-community', 'serving-the-masses', '-0.5'),
  ],
  'village-community': [
    deduction('village-rule-failing', 'moral-example', '-0.5'),
    deduction('away-without-contact', 'organisational-life', '-0.5'),
  ],
  'new-organisation': [
    deduction('workplace-rule-failing', 'obeying-law-and-discipline', '-0.5'),
    deduction('dispute-with-customers', 'serving-the-masses', '-0.5'),
  ],
};

const rewards: readonly ItemDef[] = [
  reward('yearly-target-exceeded', '2'),
  reward('major-contribution', '3'),
  reward('heroic-act', '5'),
  reward('commendation-below-county', '1'),
];

const honours: readonly ItemDef[] = [honour('county-level'), honour('city-level'), honour('province-level'), honour('national-level')];

const bands: readonly Band[] = [
  { grade: 'outstanding', from: points(90) },
  { grade: 'qualified', from: points(80) },
  { grade: 'basically-qualified', from: points(60) },
  { grade: 'unqualified', from: points(0) },
];

/** Regulation 2-1, 2-2: the county's scheme for one sector: 20 base, 70 task, 10 reward; values of its own are marked as samples. */
export function sourceScheme(sector: Sector): Scheme {
  return {
    id: `source-${sector}`,
    version: 1,
    sector,
    components: {
      base: { yearStart: points(20), floor: points(0), items: [...commonDeductions, ...sectorDeductions[sector]] },
      task: {
        yearMaximum: points(70),
        policy: 'exact-70',
        rates: {
          done: { numerator: 1, denominator: 1 },
          'partly-done': { numerator: 60, denominator: 100 },
          'not-done': { numerator: 0, denominator: 1 },
        },
      },
      reward: { yearMaximum: points(10), items: rewards },
      honour: { items: honours },
    },
    bands,
    policies: sourcePolicies,
  };
}
