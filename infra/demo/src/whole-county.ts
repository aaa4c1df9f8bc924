import type { County } from './county.ts';
import { type DemoBranch, demoCounty, branches as toldBranches } from './demo-county.ts';

const village = { sector: 'village-community', withoutPost: 100, runsFrom: '2026-09' } as const;
const office = { sector: 'public-institution', withoutPost: 0, onPaper: 0, bornFrom: 1966, groups: 0, runsFrom: '2026-09' } as const;
const firm = { sector: 'new-organisation', withoutPost: 0, onPaper: 0, bornFrom: 1974, groups: 0, runsFrom: '2026-09' } as const;

/** The branches that started a month later, with three to eighty members; three of them are late when the demo begins. */
const joined: readonly DemoBranch[] = [
  {
    ...village,
    id: 'hemu',
    committee: 'fengling',
    name: '禾牧村党支部',
    partyDay: 1,
    size: 3,
    committeeSize: 0,
    groups: 0,
    onPaper: 0,
    bornFrom: 1948,
    withoutProbationary: true,
    standsBefore: 'review',
  },
  {
    ...village,
    id: 'gudu',
    committee: 'fengling',
    name: '古渡村党支部',
    partyDay: 5,
    size: 16,
    committeeSize: 3,
    groups: 0,
    onPaper: 50,
    bornFrom: 1938,
    mobile: 30,
    standsBefore: 'registration',
  },
  {
    ...village,
    id: 'fenglingshequ',
    committee: 'fengling',
    name: '枫岭社区党支部',
    partyDay: 25,
    size: 80,
    committeeSize: 5,
    groups: 3,
    onPaper: 35,
    bornFrom: 1940,
    mobile: 12,
    standsBefore: 'application',
  },
  {
    ...firm,
    id: 'wuliu',
    committee: 'liangxin',
    name: '澄禾快递物流联合党支部',
    partyDay: 12,
    size: 7,
    committeeSize: 0,
    mobile: 70,
    standsBefore: 'posting',
  },
  {
    ...firm,
    id: 'lvshi',
    committee: 'liangxin',
    name: '澄禾律师行业党支部',
    partyDay: 28,
    size: 10,
    committeeSize: 3,
    standsBefore: 'application',
  },
  {
    ...office,
    id: 'renminyiyuan',
    committee: 'xianzhi',
    name: '县人民医院党支部',
    partyDay: 25,
    size: 42,
    committeeSize: 5,
    standsBefore: 'application',
  },
];

export const wholeBranches: readonly DemoBranch[] = [...toldBranches, ...joined];

/** The demo county as people see it: two townships, the county's departments and the new organisations. */
export const wholeCounty: County = {
  ...demoCounty,
  committees: [
    ...demoCounty.committees,
    { id: 'fengling', name: '枫岭镇党委', hasClerk: true },
    { id: 'liangxin', name: '澄禾县两新工委', hasClerk: false },
  ],
  branches: wholeBranches,
};
